package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.reference.RateReference;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What is at risk with a guest, in the currency in which a hotel counts. */
public final class AtRisk {

  private AtRisk() {}

  /**
   * The same amount there; null if nobody knows how much that is, which is not zero.
   *
   * @param value in the chain's reporting currency
   * @param rate of the hotel's currency into that one; null: there is none
   */
  public static @Nullable Money in(Currency hotel, Money value, @Nullable RateReference rate) {
    if (value.currency().equals(hotel)) {
      return value;
    }
    return rate == null
            || !rate.currency().equals(hotel)
            || !rate.into().equals(value.currency())
            || rate.rate().signum() <= 0
        ? null
        : value.convertedTo(hotel, BigDecimal.ONE.divide(rate.rate(), MathContext.DECIMAL64));
  }
}
