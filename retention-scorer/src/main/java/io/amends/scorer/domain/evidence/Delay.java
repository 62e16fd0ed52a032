package io.amends.scorer.domain.evidence;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the guest waited until a failure was made good, as coarsely as a chain's data can tell
 * quick from slow. Up to and including the time named.
 */
public enum Delay {
  HOUR(Duration.ofHours(1)),
  FOUR_HOURS(Duration.ofHours(4)),
  HALF_A_DAY(Duration.ofHours(12)),
  DAY(Duration.ofDays(1)),
  TWO_DAYS(Duration.ofDays(2)),
  THREE_DAYS(Duration.ofDays(3)),
  WEEK(Duration.ofDays(7)),
  LONGER(Complaint.GIVEN_UP_AFTER.multipliedBy(1_000));

  private final Duration upTo;

  Delay(Duration upTo) {
    this.upTo = upTo;
  }

  public Duration upTo() {
    return upTo;
  }

  static Delay between(Instant made, Instant resolved) {
    return upTo(Duration.between(made, resolved));
  }

  /** The shortest that such a wait is no longer than. */
  public static Delay upTo(Duration waited) {
    for (Delay delay : values()) {
      if (waited.compareTo(delay.upTo) <= 0) {
        return delay;
      }
    }
    return LONGER;
  }
}
