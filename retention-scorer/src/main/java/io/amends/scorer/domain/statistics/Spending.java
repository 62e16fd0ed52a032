package io.amends.scorer.domain.statistics;

import io.amends.contracts.Money;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What stays brought in, in the reporting currency.
 *
 * @param stays completed
 * @param known how many of them came with an amount that could be converted
 * @param minorUnits what those brought in together
 * @param currency the reporting currency, null until an amount was known
 */
public record Spending(int stays, int known, long minorUnits, @Nullable Currency currency) {

  public static final Spending NONE = new Spending(0, 0, 0, null);

  /** One stay more; an amount that is unknown, or in another currency, counts as unknown. */
  public Spending and(@Nullable Money spend) {
    if (spend == null || (currency != null && !currency.equals(spend.currency()))) {
      return new Spending(stays + 1, known, minorUnits, currency);
    }
    return new Spending(stays + 1, known + 1, sum(spend), spend.currency());
  }

  /** Another bill of a stay that was counted. */
  public Spending andAlso(@Nullable Money spend) {
    return spend == null || !spend.currency().equals(currency)
        ? this
        : new Spending(stays, known, sum(spend), currency);
  }

  /** Null if no stay came with an amount: unknown, not zero. */
  public @Nullable Double meanMinorUnits() {
    return known == 0 ? null : (double) minorUnits / known;
  }

  private long sum(Money more) {
    return Math.addExact(minorUnits, more.minorUnits());
  }
}
