package io.amends.contracts.time.calendar;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.amends.contracts.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which a promise counts, for one property or one of its departments.
 *
 * <p>All sums are made on the line of instants, so a day of 23 or 25 hours is one.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface ServiceCalendar permits AroundTheClock, WeeklyHours {

  /** Nobody promises anything for longer; a bound, so that a slip of the pen ends in a message. */
  Duration LONGEST = Duration.ofDays(3660);

  /**
   * The working hours from an instant on, in order, without overlap. The first begins at that
   * instant if it lies in working hours; neighbours may touch. There is always at least one.
   */
  Iterator<Interval> openFrom(Instant from);

  /**
   * Instants, in any order, between which it is either open, or closed for one and the same reason.
   */
  Stream<Instant> changes(Interval in);

  /** The holiday but for which it would be open; null if it is open, or closed all the same. */
  @Nullable LocalDate holidayAt(Instant at);

  default boolean isOpen(Instant at) {
    return nextOpening(at).equals(at);
  }

  /** The first instant in working hours that is not before {@code at}: itself, if it is in them. */
  default Instant nextOpening(Instant at) {
    return openFrom(at).next().from();
  }

  /**
   * How much of a stretch lies in working hours.
   *
   * @throws IllegalArgumentException if {@code to} is before {@code from}
   */
  default Duration workingTime(Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("to: %s (expected: not before %s)".formatted(to, from));
    }
    Duration sum = Duration.ZERO;
    for (Iterator<Interval> hours = openFrom(from); hours.hasNext(); ) {
      Interval open = hours.next();
      if (!open.from().isBefore(to)) {
        break;
      }
      sum = sum.plus(Duration.between(open.from(), open.to().isBefore(to) ? open.to() : to));
    }
    return sum;
  }

  /**
   * The first instant by which so much working time has passed. It lies in working hours or at
   * their end, never after them; {@code start} itself for no time at all.
   *
   * @throws IllegalArgumentException if {@code working} is negative or above {@link #LONGEST}
   */
  default Instant plus(Instant start, Duration working) {
    if (working.isNegative() || working.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "working: %s (expected: PT0S to %s)".formatted(working, LONGEST));
    }
    Instant end = start;
    Duration left = working;
    for (Iterator<Interval> hours = openFrom(start); left.isPositive(); ) {
      Interval open = hours.next();
      Duration used = open.length().compareTo(left) < 0 ? open.length() : left;
      end = open.from().plus(used);
      left = left.minus(used);
    }
    return end;
  }
}
