package io.amends.contracts.time.calendar;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Office hours: the same every week but for holidays.
 *
 * <p>A holiday is a date without working time. It takes away the periods that begin on it, also
 * what they have after midnight, and the part of the evening before that reaches into it. Where
 * clocks are moved, a period ends when the wall clock first shows its end (see {@link
 * IanaZone#firstAt}), so periods that touch on paper touch in every night.
 *
 * @param zone whose wall clock and calendar count
 * @param periods at least one; may touch and overlap, which counts once
 * @param holidays dates in {@code zone}
 */
@JsonTypeName("WEEKLY_HOURS")
public record WeeklyHours(IanaZone zone, List<WeeklyPeriod> periods, List<LocalDate> holidays)
    implements ServiceCalendar {

  /**
   * @throws IllegalArgumentException if there is no period: it would never open
   */
  public WeeklyHours {
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("periods: none (expected: at least one)");
    }
    periods =
        periods.stream()
            .distinct()
            .sorted(Comparator.comparing(WeeklyPeriod::day).thenComparing(WeeklyPeriod::from))
            .toList();
    holidays = holidays.stream().distinct().sorted().toList();
  }

  @Override
  public Iterator<Interval> openFrom(Instant from) {
    return new OpenHours(this, from);
  }

  @Override
  public Stream<Instant> changes(Interval in) {
    return Stream.of(this, withoutHolidays())
        .flatMap(hours -> hours.boundaries(in))
        .filter(in::contains);
  }

  @Override
  public @Nullable LocalDate holidayAt(Instant at) {
    if (isOpen(at) || !withoutHolidays().isOpen(at)) {
      return null;
    }
    LocalDate date = zone.date(at);
    return isHoliday(date) ? date : date.minusDays(1); // what began yesterday, after midnight
  }

  /** The hours that begin on a date, by their beginning; they may overlap. */
  List<Interval> beginningOn(LocalDate date) {
    if (isHoliday(date)) {
      return List.of();
    }
    List<Interval> hours = new ArrayList<>(2);
    for (WeeklyPeriod period : periods) {
      if (period.day() == date.getDayOfWeek()) {
        on(date, period).ifPresent(hours::add);
      }
    }
    return hours;
  }

  private Optional<Interval> on(LocalDate date, WeeklyPeriod period) {
    LocalDate next = date.plusDays(1);
    return Interval.between(
        zone.firstAt(date.atTime(period.from())),
        !period.endsOnNextDay()
            ? zone.firstAt(date.atTime(period.to()))
            : zone.firstAt(isHoliday(next) ? next.atStartOfDay() : next.atTime(period.to())));
  }

  private Stream<Instant> boundaries(Interval in) {
    Iterator<Interval> hours = openFrom(in.from());
    return Stream.iterate(hours.next(), open -> open.from().isBefore(in.to()), open -> hours.next())
        .flatMap(open -> Stream.of(open.from(), open.to()));
  }

  private WeeklyHours withoutHolidays() {
    return new WeeklyHours(zone, periods, List.of());
  }

  private boolean isHoliday(LocalDate date) {
    return Collections.binarySearch(holidays, date) >= 0;
  }
}
