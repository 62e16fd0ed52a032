package io.amends.scorer.domain.evidence;

import java.time.Duration;
import java.util.List;

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

  private static final List<Delay> ALL = List.of(values());

  private final Duration upTo;
  private final long seconds;

  Delay(Duration upTo) {
    this.upTo = upTo;
    this.seconds = upTo.toSeconds();
  }

  public Duration upTo() {
    return upTo;
  }

  /** The shortest that such a wait is no longer than. */
  public static Delay upTo(Duration waited) {
    return ofSeconds(waited.toSeconds());
  }

  static Delay ofSeconds(long waited) {
    for (Delay delay : ALL) {
      if (waited <= delay.seconds) {
        return delay;
      }
    }
    return LONGER;
  }
}
