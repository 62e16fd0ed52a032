package io.amends.contracts.time.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import io.amends.contracts.time.IanaZone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Calendars as one speaks of them. */
public final class Hours {

  static final Duration HOUR = Duration.ofHours(1);
  static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
  static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
  public static final WeeklyHours OFFICE = hours("Asia/Shanghai", WEEKDAYS, "09:00", "17:00");
  static final WeeklyHours BAR = hours("Europe/Paris", EVERY_DAY, "21:00", "02:00");

  private Hours() {}

  public static WeeklyHours closed(WeeklyHours hours, String... holidays) {
    return new WeeklyHours(
        hours.zone(), hours.periods(), Stream.of(holidays).map(LocalDate::parse).toList());
  }

  static WeeklyHours hours(String zone, Set<DayOfWeek> days, String from, String to) {
    return new WeeklyHours(new IanaZone(zone), on(days, from, to), List.of());
  }

  static List<WeeklyPeriod> on(Set<DayOfWeek> days, String from, String to) {
    return WeeklyPeriod.on(days, LocalTime.parse(from), LocalTime.parse(to));
  }

  static <T> List<T> both(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
