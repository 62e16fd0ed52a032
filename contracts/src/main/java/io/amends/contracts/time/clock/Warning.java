package io.amends.contracts.time.clock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * How long before a promise is due its owner is warned. In a policy and on the wire: {@code 80%} of
 * the time promised, or {@code PT12H} ahead, both counted as the clock itself counts.
 */
public sealed interface Warning {

  /** When so much has elapsed, the warning is given; null if the promise is too short for it. */
  @Nullable Duration elapsedOf(Duration target);

  @JsonValue
  String text();

  /**
   * Reads what {@link #text} writes.
   *
   * @throws IllegalArgumentException if the text is neither a percentage from 1 to 99 nor an ISO
   *     8601 duration above zero
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Warning of(String text) {
    try {
      return text.endsWith("%")
          ? new AtPercent(Integer.parseInt(text.substring(0, text.length() - 1)))
          : new Ahead(Duration.parse(text));
    } catch (NumberFormatException | DateTimeParseException unreadable) {
      throw new IllegalArgumentException(
          "warning: %s (expected: such as 80%% or PT12H)".formatted(text), unreadable);
    }
  }

  /**
   * Part of the time promised, rounded down to the nanosecond.
   *
   * @param percent 1 to 99
   */
  record AtPercent(int percent) implements Warning {

    /**
     * @throws IllegalArgumentException if out of range
     */
    public AtPercent {
      if (percent < 1 || percent > 99) {
        throw new IllegalArgumentException(
            "warning: %d%% (expected: 1%% to 99%%)".formatted(percent));
      }
    }

    @Override
    public Duration elapsedOf(Duration target) {
      return target.multipliedBy(percent).dividedBy(100);
    }

    @Override
    public String text() {
      return percent + "%";
    }
  }

  /** So long before it is due. A promise that is not longer than that has no such warning. */
  record Ahead(Duration lead) implements Warning {

    /**
     * @throws IllegalArgumentException if not above zero
     */
    public Ahead {
      if (!lead.isPositive()) {
        throw new IllegalArgumentException("warning: %s (expected: above PT0S)".formatted(lead));
      }
    }

    @Override
    public @Nullable Duration elapsedOf(Duration target) {
      Duration elapsed = target.minus(lead);
      return elapsed.isPositive() ? elapsed : null;
    }

    @Override
    public String text() {
      return lead.toString();
    }
  }
}
