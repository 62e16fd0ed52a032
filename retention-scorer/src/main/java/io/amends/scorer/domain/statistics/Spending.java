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

  /**
   * What two who turn out to be one brought in.
   *
   * @param sameStay whether the last stay of both is one, told under both ids
   */
  public Spending joined(Spending other, boolean sameStay) {
    Spending more = sameStay ? other.withoutOne() : other;
    boolean comparable =
        currency == null || more.currency == null || currency.equals(more.currency);
    return new Spending(
        stays + more.stays,
        comparable ? known + more.known : known,
        comparable ? Math.addExact(minorUnits, more.minorUnits) : minorUnits,
        currency == null ? more.currency : currency);
  }

  /** One stay less, with its share if every stay came with an amount. */
  private Spending withoutOne() {
    Double mean = meanMinorUnits();
    return stays == known && mean != null
        ? new Spending(stays - 1, known - 1, minorUnits - Math.round(mean), currency)
        : new Spending(Math.max(0, stays - 1), known, minorUnits, currency);
  }

  /** Null if no stay came with an amount: unknown, not zero. */
  public @Nullable Double meanMinorUnits() {
    return known == 0 ? null : (double) minorUnits / known;
  }

  private long sum(Money more) {
    return Math.addExact(minorUnits, more.minorUnits());
  }
}
