package io.amends.contracts.time.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * Hours that come again every week.
 *
 * @param day on which they begin
 * @param from wall-clock time, included
 * @param to wall-clock time, excluded; on the next day if it is not after {@code from}. Both at
 *     00:00 are the whole day
 */
public record WeeklyPeriod(DayOfWeek day, LocalTime from, LocalTime to) {

  /**
   * @throws IllegalArgumentException if both times are the same and not midnight, which could mean
   *     a whole day as well as none of it
   */
  public WeeklyPeriod {
    if (from.equals(to) && !from.equals(LocalTime.MIDNIGHT)) {
      throw new IllegalArgumentException(
          "to: %s (expected: another time than from, or both 00:00)".formatted(to));
    }
  }

  /** The same hours on several days, Monday first. */
  public static List<WeeklyPeriod> on(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    return days.stream().sorted().map(day -> new WeeklyPeriod(day, from, to)).toList();
  }

  boolean endsOnNextDay() {
    return !to.isAfter(from);
  }
}
