package io.amends.bench.figures;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a figure must reach, told as {@code >= 25000}. */
public record Bound(Relation relation, double value) {

  /** On which side of the number it must lie. */
  public enum Relation {
    AT_LEAST(">="),
    AT_MOST("<="),
    BELOW("<");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }
  }

  public static Bound atLeast(double value) {
    return new Bound(Relation.AT_LEAST, value);
  }

  public static Bound atMost(double value) {
    return new Bound(Relation.AT_MOST, value);
  }

  public static Bound below(double value) {
    return new Bound(Relation.BELOW, value);
  }

  /** What is not a number meets nothing: it was not measured. */
  boolean isMetBy(double measured) {
    return switch (relation) {
      case AT_LEAST -> measured >= value;
      case AT_MOST -> measured <= value;
      case BELOW -> measured < value;
    };
  }

  /** Whole numbers without a point. */
  @JsonValue
  @Override
  public String toString() {
    String number =
        value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value)
            : Double.toString(value);
    return relation.sign + ' ' + number;
  }
}
