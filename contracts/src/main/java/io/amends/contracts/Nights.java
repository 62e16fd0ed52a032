package io.amends.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount counted in nights (N): one night at the property's reference rate is 1. Rules speak in
 * nights, so no rule names a currency, and all scale with brand and country.
 */
public record Nights(@JsonValue BigDecimal value) implements Comparable<Nights> {

  public static final Nights ZERO = new Nights(BigDecimal.ZERO);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Nights {
    BigDecimal stripped = value.stripTrailingZeros();
    value = stripped.scale() < 0 ? stripped.setScale(0) : stripped; // 100, never 1E+2
  }

  public static Nights of(String value) {
    return new Nights(new BigDecimal(value));
  }

  public Nights plus(Nights other) {
    return new Nights(value.add(other.value));
  }

  public Nights minus(Nights other) {
    return new Nights(value.subtract(other.value));
  }

  public Nights negated() {
    return new Nights(value.negate());
  }

  public Nights times(BigDecimal factor) {
    return new Nights(value.multiply(factor));
  }

  public boolean exceeds(Nights limit) {
    return value.compareTo(limit.value) > 0;
  }

  /**
   * In money of the property, rounded once, half to even, to the currency's minor unit.
   *
   * @param referenceNight what one night is worth
   */
  public Money at(Money referenceNight) {
    Currency currency = referenceNight.currency();
    return new Money(
        value
            .multiply(BigDecimal.valueOf(referenceNight.minorUnits()))
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact(),
        currency);
  }

  /**
   * How many nights an amount is, to four decimals, half to even.
   *
   * @throws IllegalArgumentException if the currencies differ: convert first
   */
  public static Nights worth(Money amount, Money referenceNight) {
    if (!amount.currency().equals(referenceNight.currency())) {
      throw new IllegalArgumentException(
          "currency: %s (expected: %s)".formatted(amount.currency(), referenceNight.currency()));
    }
    return new Nights(
        BigDecimal.valueOf(amount.minorUnits())
            .divide(BigDecimal.valueOf(referenceNight.minorUnits()), 4, RoundingMode.HALF_EVEN));
  }

  @Override
  public int compareTo(Nights other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toPlainString() + " N";
  }
}
