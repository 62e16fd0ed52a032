package io.amends.contracts.time.calendar;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.calendar.Hours.EVERY_DAY;
import static io.amends.contracts.time.calendar.Hours.HOUR;
import static io.amends.contracts.time.calendar.Hours.OFFICE;
import static io.amends.contracts.time.calendar.Hours.WEEKDAYS;
import static io.amends.contracts.time.calendar.Hours.both;
import static io.amends.contracts.time.calendar.Hours.hours;
import static io.amends.contracts.time.calendar.Hours.on;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OfficeHoursTest {

  @Test
  void carry_what_is_left_on_friday_over_to_monday() {
    assertThat(OFFICE.plus(at("2027-01-08T16:30+08:00"), HOUR))
        .isEqualTo(at("2027-01-11T09:30+08:00"));
  }

  @Test
  void carry_what_is_left_over_to_the_next_working_day() {
    assertThat(OFFICE.plus(at("2027-01-05T16:00+08:00"), HOUR.multipliedBy(4)))
        .isEqualTo(at("2027-01-06T12:00+08:00"));
  }

  @Test
  void count_from_the_opening_what_came_at_three_on_a_closed_day() {
    Instant night = at("2027-01-09T03:00+08:00");

    assertThat(OFFICE.isOpen(night)).isFalse();
    assertThat(OFFICE.nextOpening(night)).isEqualTo(at("2027-01-11T09:00+08:00"));
    assertThat(OFFICE.plus(night, HOUR)).isEqualTo(at("2027-01-11T10:00+08:00"));
    assertThat(OFFICE.workingTime(night, at("2027-01-11T09:00+08:00"))).isZero();
  }

  @Test
  void open_and_close_to_the_instant() {
    Instant opening = at("2027-01-05T09:00+08:00");
    Instant closing = at("2027-01-05T17:00+08:00");

    assertThat(OFFICE.isOpen(opening.minusNanos(1))).isFalse();
    assertThat(OFFICE.isOpen(opening)).isTrue();
    assertThat(OFFICE.isOpen(closing.minusNanos(1))).isTrue();
    assertThat(OFFICE.isOpen(closing)).isFalse();
    assertThat(OFFICE.nextOpening(opening)).isEqualTo(opening);
    assertThat(OFFICE.nextOpening(closing)).isEqualTo(at("2027-01-06T09:00+08:00"));
  }

  @Test
  void end_a_deadline_at_their_end_and_not_at_the_next_opening() {
    assertThat(OFFICE.plus(at("2027-01-05T09:00+08:00"), HOUR.multipliedBy(8)))
        .isEqualTo(at("2027-01-05T17:00+08:00"));
    assertThat(OFFICE.plus(at("2027-01-05T09:00+08:00"), HOUR.multipliedBy(8).plusNanos(1)))
        .isEqualTo(at("2027-01-06T09:00+08:00").plusNanos(1));
  }

  @Test
  void leave_an_instant_alone_to_which_nothing_is_added() {
    assertThat(OFFICE.plus(at("2027-01-09T03:00+08:00"), Duration.ZERO))
        .isEqualTo(at("2027-01-09T03:00+08:00"));
  }

  @Test
  void may_be_split_by_a_break() {
    WeeklyHours split =
        new WeeklyHours(
            OFFICE.zone(),
            both(on(WEEKDAYS, "08:00", "12:00"), on(WEEKDAYS, "13:30", "18:00")),
            List.of());

    assertThat(split.plus(at("2027-01-05T11:30+08:00"), HOUR))
        .isEqualTo(at("2027-01-05T14:00+08:00"));
    assertThat(split.isOpen(at("2027-01-05T12:00+08:00"))).isFalse();
    assertThat(split.workingTime(at("2027-01-05T00:00+08:00"), at("2027-01-06T00:00+08:00")))
        .isEqualTo(Duration.parse("PT8H30M"));
  }

  @Test
  void that_overlap_count_once() {
    WeeklyHours overlapping =
        new WeeklyHours(
            OFFICE.zone(),
            both(on(WEEKDAYS, "09:00", "15:00"), on(WEEKDAYS, "12:00", "17:00")),
            List.of());

    assertThat(overlapping.plus(at("2027-01-05T09:00+08:00"), HOUR.multipliedBy(7)))
        .isEqualTo(at("2027-01-05T16:00+08:00"));
    assertThat(overlapping.workingTime(at("2027-01-05T00:00+08:00"), at("2027-01-06T00:00+08:00")))
        .isEqualTo(HOUR.multipliedBy(8));
  }

  @Test
  void are_those_of_a_department_and_of_its_zone() {
    Instant received = at("2027-01-05T08:30+08:00");

    assertThat(hours("Asia/Shanghai", EVERY_DAY, "07:00", "15:00").plus(received, HOUR))
        .isEqualTo(at("2027-01-05T09:30+08:00"));
    assertThat(hours("America/New_York", WEEKDAYS, "09:00", "17:00").plus(received, HOUR))
        .isEqualTo(at("2027-01-05T10:00-05:00"));
  }

  @Test
  void may_be_set_on_any_days_of_the_week() {
    for (int subset = 1; subset < 128; subset++) {
      int bits = subset;
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      IntStream.range(0, 7)
          .filter(day -> (bits >> day & 1) == 1)
          .forEach(day -> days.add(DayOfWeek.of(day + 1)));
      WeeklyHours some = hours("Asia/Shanghai", days, "09:00", "17:00");
      Instant sunday = at("2027-01-03T18:00+08:00");

      assertThat(some.workingTime(sunday, sunday.plus(Duration.ofDays(7))))
          .isEqualTo(HOUR.multipliedBy(8).multipliedBy(days.size()));
      assertThat(some.zone().date(some.plus(sunday, HOUR)).getDayOfWeek())
          .isEqualTo(days.iterator().next());
    }
  }

  @Test
  void need_a_period() {
    assertThatThrownBy(() -> new WeeklyHours(OFFICE.zone(), List.of(), List.of()))
        .hasMessage("periods: none (expected: at least one)");
  }

  @Test
  void from_a_time_to_the_same_time_are_refused_but_for_the_whole_day() {
    assertThatThrownBy(() -> on(EVERY_DAY, "09:00", "09:00"))
        .hasMessage("to: 09:00 (expected: another time than from, or both 00:00)");
    assertThat(
            hours("Asia/Shanghai", EVERY_DAY, "00:00", "00:00")
                .plus(at("2027-01-05T09:00+08:00"), Duration.ofDays(3)))
        .isEqualTo(at("2027-01-08T09:00+08:00"));
  }

  @Test
  void values_are_equal_in_whatever_order_they_are_written() {
    List<WeeklyPeriod> periods =
        new ArrayList<>(both(on(EnumSet.of(SUNDAY), "09:00", "12:00"), OFFICE.periods()));
    LocalDate may = LocalDate.parse("2027-05-01");
    LocalDate october = LocalDate.parse("2027-10-01");

    assertThat(new WeeklyHours(OFFICE.zone(), periods, List.of(october, may, may)))
        .isEqualTo(new WeeklyHours(OFFICE.zone(), periods.reversed(), List.of(may, october)));
    assertThat(WeeklyPeriod.on(EnumSet.of(THURSDAY, MONDAY), LocalTime.MIN, LocalTime.NOON))
        .extracting(WeeklyPeriod::day)
        .containsExactly(MONDAY, THURSDAY);
  }
}
