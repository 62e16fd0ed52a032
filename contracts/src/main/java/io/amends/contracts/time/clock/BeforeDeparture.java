package io.amends.contracts.time.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * How long before a guest leaves things are to be good again.
 *
 * @param latest before the departure, zero or more
 * @param worthwhile what must be left until then, zero or more; with less, the departure itself is
 *     the deadline
 */
public record BeforeDeparture(Duration latest, Duration worthwhile) {

  /**
   * @throws IllegalArgumentException if either is negative
   */
  public BeforeDeparture {
    requireNotNegative("latest", latest);
    requireNotNegative("worthwhile", worthwhile);
  }

  /** The deadline of a guest who leaves at {@code departureAt}, seen from {@code asOf}. */
  public Instant dueAt(Instant asOf, Instant departureAt) {
    Instant before = departureAt.minus(latest);
    return before.isBefore(asOf.plus(worthwhile)) ? departureAt : before;
  }

  private static void requireNotNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException("%s: %s (expected: zero or more)".formatted(name, value));
    }
  }
}
