package io.amends.contracts.time;

import static io.amends.contracts.time.Times.quiet;

import io.amends.contracts.time.calendar.AroundTheClock;
import io.amends.contracts.time.clock.BeforeDeparture;
import io.amends.contracts.time.clock.Segment;
import io.amends.contracts.time.clock.TargetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hours of the shipped policy for a MAJOR failure in house. */
final class ShippedPolicy {

  static final Duration ACKNOWLEDGE = Duration.ofMinutes(10);
  static final Duration APOLOGISE = Duration.ofMinutes(30);
  static final Duration FIX = Duration.ofHours(2);
  static final Duration NEXT_UPDATE = Duration.ofHours(1);
  static final Duration CHECK_BACK = Duration.ofMinutes(30);
  static final Duration SURVEY = Duration.ofHours(2);
  static final Duration REMEDY_REACHES_GUEST = Duration.ofDays(1);
  static final Duration ON_THE_SPOT = Duration.ofMinutes(30);
  static final BeforeDeparture BEFORE_DEPARTURE =
      new BeforeDeparture(Duration.ofHours(2), Duration.ofMinutes(30));
  static final QuietHours MESSAGES = quiet("21:00", "09:00");
  static final LocalTime TEN = LocalTime.of(10, 0);

  private ShippedPolicy() {}

  static Instant sameDay(Instant detected) {
    return detected.plus(ON_THE_SPOT);
  }

  static Instant nextDay(PropertyTime property, Instant detected) {
    Instant roll = property.rollAfter(detected, 1);
    return roll.isBefore(sameDay(detected)) ? sameDay(detected) : roll;
  }

  static Instant later(PropertyTime property, Instant detected) {
    return property.rollAfter(detected, 2);
  }

  static @Nullable Instant due(Instant start, Duration target) {
    return new TargetClock(start, target, new AroundTheClock()).dueAt();
  }

  static List<Segment> explained(Instant start, Duration target, PropertyTime property) {
    return new TargetClock(start, target, new AroundTheClock()).explain(start, property.zone());
  }
}
