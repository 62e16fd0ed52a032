package io.amends.contracts.time.calendar;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.calendar.Hours.BAR;
import static io.amends.contracts.time.calendar.Hours.EVERY_DAY;
import static io.amends.contracts.time.calendar.Hours.HOUR;
import static io.amends.contracts.time.calendar.Hours.WEEKDAYS;
import static io.amends.contracts.time.calendar.Hours.both;
import static io.amends.contracts.time.calendar.Hours.hours;
import static io.amends.contracts.time.calendar.Hours.on;
import static java.time.DayOfWeek.SATURDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.time.IanaZone;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoursOfTheNightTest {

  @Test
  void are_one_stretch() {
    assertThat(BAR.isOpen(at("2027-01-08T01:59+01:00"))).isTrue();
    assertThat(BAR.isOpen(at("2027-01-08T02:00+01:00"))).isFalse();
    assertThat(BAR.plus(at("2027-01-07T23:30+01:00"), HOUR))
        .isEqualTo(at("2027-01-08T00:30+01:00"));
    assertThat(BAR.plus(at("2027-01-08T01:30+01:00"), HOUR))
        .isEqualTo(at("2027-01-08T21:30+01:00"));
  }

  @Test
  void belong_to_the_day_on_which_they_begin() {
    WeeklyHours saturday = hours("Europe/Paris", EnumSet.of(SATURDAY), "21:00", "02:00");

    assertThat(saturday.isOpen(at("2027-01-10T01:00+01:00"))).isTrue();
    assertThat(saturday.isOpen(at("2027-01-09T01:00+01:00"))).isFalse();
  }

  @Test
  void are_five_in_the_night_in_which_clocks_go_forward_at_their_end() {
    assertThat(BAR.workingTime(at("2027-03-27T20:00+01:00"), at("2027-03-28T12:00+02:00")))
        .isEqualTo(HOUR.multipliedBy(5));
    assertThat(BAR.plus(at("2027-03-28T01:30+01:00"), HOUR))
        .isEqualTo(at("2027-03-28T21:30+02:00"));
  }

  @Test
  void are_one_more_in_the_night_in_which_an_hour_comes_twice() {
    WeeklyHours bar = hours("America/New_York", EVERY_DAY, "21:00", "02:00");

    assertThat(bar.workingTime(at("2026-10-31T20:00-04:00"), at("2026-11-01T12:00-05:00")))
        .isEqualTo(HOUR.multipliedBy(6));
    assertThat(bar.plus(at("2026-11-01T01:30-04:00"), HOUR))
        .isEqualTo(at("2026-11-01T01:30-05:00"));
  }

  @Test
  void a_day_has_23_or_25_hours() {
    WeeklyHours always = hours("Europe/Paris", EVERY_DAY, "00:00", "00:00");

    assertThat(always.workingTime(at("2027-03-28T00:00+01:00"), at("2027-03-29T00:00+02:00")))
        .isEqualTo(HOUR.multipliedBy(23));
    assertThat(always.workingTime(at("2027-10-31T00:00+02:00"), at("2027-11-01T00:00+01:00")))
        .isEqualTo(HOUR.multipliedBy(25));
  }

  @Test
  void sixty_minutes_are_sixty_minutes() {
    ServiceCalendar always = hours("Europe/Paris", EVERY_DAY, "00:00", "00:00");

    for (ServiceCalendar calendar : List.of(always, new AroundTheClock())) {
      assertThat(calendar.plus(at("2027-03-28T01:40+01:00"), HOUR))
          .isEqualTo(at("2027-03-28T03:40+02:00"));
      assertThat(calendar.plus(at("2027-10-31T02:40+02:00"), HOUR))
          .isEqualTo(at("2027-10-31T02:40+01:00"));
    }
  }

  @Test
  void hours_that_are_skipped_are_not_worked() {
    WeeklyHours cleaning = hours("Europe/Paris", EVERY_DAY, "02:15", "02:45");

    assertThat(cleaning.plus(at("2027-03-27T03:00+01:00"), Duration.ofMinutes(30)))
        .isEqualTo(at("2027-03-29T02:45+02:00"));
  }

  @Test
  void hours_that_touch_on_paper_touch_in_the_hour_that_comes_twice() {
    WeeklyHours shifts =
        new WeeklyHours(
            new IanaZone("America/New_York"),
            both(on(EVERY_DAY, "22:00", "01:30"), on(EVERY_DAY, "01:30", "06:00")),
            List.of());

    assertThat(shifts.workingTime(at("2026-10-31T22:00-04:00"), at("2026-11-01T06:00-05:00")))
        .isEqualTo(HOUR.multipliedBy(9));
  }

  @Test
  void a_date_that_is_skipped_has_no_hours() {
    WeeklyHours office = hours("Pacific/Apia", WEEKDAYS, "09:00", "17:00");

    assertThat(office.plus(at("2011-12-29T16:00-10:00"), HOUR.multipliedBy(2)))
        .isEqualTo(at("2012-01-02T10:00+14:00"));
  }
}
