package io.amends.contracts.time.calendar;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.calendar.Hours.BAR;
import static io.amends.contracts.time.calendar.Hours.HOUR;
import static io.amends.contracts.time.calendar.Hours.OFFICE;
import static io.amends.contracts.time.calendar.Hours.closed;
import static io.amends.contracts.time.calendar.Hours.on;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HolidayTest {

  @Test
  void is_not_worked() {
    assertThat(OFFICE.plus(at("2027-01-08T16:30+08:00"), HOUR))
        .isEqualTo(at("2027-01-11T09:30+08:00"));
    assertThat(closed(OFFICE, "2027-01-11").plus(at("2027-01-08T16:30+08:00"), HOUR))
        .isEqualTo(at("2027-01-12T09:30+08:00"));
    assertThat(closed(OFFICE, "2027-01-11", "2027-01-12").plus(at("2027-01-08T16:30+08:00"), HOUR))
        .isEqualTo(at("2027-01-13T09:30+08:00"));
  }

  @Test
  void on_a_closed_day_costs_nothing() {
    assertThat(closed(OFFICE, "2027-01-09").plus(at("2027-01-08T16:30+08:00"), HOUR))
        .isEqualTo(at("2027-01-11T09:30+08:00"));
    assertThat(closed(OFFICE, "2027-01-09").holidayAt(at("2027-01-09T10:00+08:00"))).isNull();
  }

  @Test
  void ends_the_evening_before_at_midnight_and_has_no_evening_of_its_own() {
    WeeklyHours bar = closed(BAR, "2027-12-25");

    assertThat(bar.isOpen(at("2027-12-24T23:59+01:00"))).isTrue();
    assertThat(bar.nextOpening(at("2027-12-25T00:00+01:00")))
        .isEqualTo(at("2027-12-26T21:00+01:00"));
  }

  @Test
  void is_named_where_it_closes_and_nowhere_else() {
    WeeklyHours bar = closed(BAR, "2027-12-25");
    LocalDate christmas = LocalDate.parse("2027-12-25");

    assertThat(bar.holidayAt(at("2027-12-24T23:59+01:00"))).isNull();
    assertThat(bar.holidayAt(at("2027-12-25T01:00+01:00"))).isEqualTo(christmas);
    assertThat(bar.holidayAt(at("2027-12-25T12:00+01:00"))).isNull();
    assertThat(bar.holidayAt(at("2027-12-25T22:00+01:00"))).isEqualTo(christmas);
    assertThat(bar.holidayAt(at("2027-12-26T01:00+01:00"))).isEqualTo(christmas);
    assertThat(bar.holidayAt(at("2027-12-26T03:00+01:00"))).isNull();
  }

  @Test
  void on_every_opening_of_a_year_opens_in_the_next() {
    LocalDate monday = LocalDate.parse("2027-01-04");
    WeeklyHours mondays =
        new WeeklyHours(
            OFFICE.zone(),
            on(EnumSet.of(MONDAY), "09:00", "17:00"),
            Stream.iterate(monday, date -> date.plusWeeks(1)).limit(52).toList());

    assertThat(mondays.nextOpening(at("2027-01-04T00:00+08:00")))
        .isEqualTo(at("2028-01-03T09:00+08:00"));
  }
}
