package io.amends.contracts.time.clock;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.calendar.Hours.OFFICE;

import io.amends.contracts.time.calendar.AroundTheClock;
import java.time.Duration;
import java.time.Instant;

/** Two clocks that run from a Friday into a weekend. */
final class Weekend {

  static final Duration HOUR = Duration.ofHours(1);
  static final Instant FRIDAY_TEN = at("2027-01-08T10:00+08:00");
  static final Instant FRIDAY_THREE = at("2027-01-08T15:00+08:00");
  static final Instant MONDAY_TEN = at("2027-01-11T10:00+08:00");

  /** Ten hours of the office from Friday, 10:00: due on Monday, 12:00. */
  static final TargetClock TEN_HOURS = new TargetClock(FRIDAY_TEN, HOUR.multipliedBy(10), OFFICE);

  static final TargetClock TWO_REAL_HOURS =
      new TargetClock(FRIDAY_TEN, HOUR.multipliedBy(2), new AroundTheClock());

  private Weekend() {}
}
