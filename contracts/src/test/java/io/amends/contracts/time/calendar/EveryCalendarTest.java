package io.amends.contracts.time.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.time.Draw;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryCalendarTest {

  private static final int TIMES = 5;

  @Test
  void counts_the_same_in_one_piece_and_in_two() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          ServiceCalendar calendar = draw.calendar();
          List<Instant> three = draw.ascending(3);
          Instant from = three.getFirst();
          Instant between = three.get(1);
          Instant to = three.getLast();

          assertThat(calendar.workingTime(from, between).plus(calendar.workingTime(between, to)))
              .isEqualTo(calendar.workingTime(from, to));
        });
  }

  @Test
  void finds_the_first_instant_by_which_the_time_has_passed() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          ServiceCalendar calendar = draw.calendar();
          Instant start = draw.instant();
          Duration working = draw.upTo(Duration.ofDays(4));
          Instant end = calendar.plus(start, working);

          assertThat(end).isAfter(start);
          assertThat(calendar.workingTime(start, end)).isEqualTo(working);
          assertThat(calendar.workingTime(start, end.minusNanos(1))).isLessThan(working);
        });
  }

  @Test
  void adds_in_one_step_what_it_adds_in_two() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          ServiceCalendar calendar = draw.calendar();
          Instant start = draw.instant();
          Duration one = draw.upTo(Duration.ofDays(2));
          Duration two = draw.upTo(Duration.ofDays(2));

          assertThat(calendar.plus(calendar.plus(start, one), two))
              .isEqualTo(calendar.plus(start, one.plus(two)));
        });
  }

  @Test
  void ends_a_deadline_in_working_hours_or_at_their_end() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          ServiceCalendar calendar = draw.calendar();
          Instant end = calendar.plus(draw.instant(), draw.upTo(Duration.ofDays(4)));

          assertThat(calendar.isOpen(end.minusNanos(1))).isTrue();
        });
  }

  @Test
  void works_from_an_opening_and_not_before() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          ServiceCalendar calendar = draw.calendar();
          Instant at = draw.instant();
          Instant opening = calendar.nextOpening(at);

          assertThat(opening).isAfterOrEqualTo(at);
          assertThat(calendar.isOpen(opening)).isTrue();
          assertThat(calendar.workingTime(at, opening)).isZero();
          assertThat(calendar.workingTime(opening, opening.plusNanos(1)))
              .isEqualTo(Duration.ofNanos(1));
        });
  }

  @Test
  void tells_hours_in_order_and_each_once() {
    Draw.inEveryZone(
        TIMES,
        draw -> {
          Iterator<Interval> hours = draw.weeklyHours().openFrom(draw.instant());
          Instant end = Instant.MIN;
          for (int i = 0; i < 10; i++) {
            Interval open = hours.next();
            assertThat(open.from()).isAfterOrEqualTo(end);
            end = open.to();
          }
        });
  }

  @Test
  void is_open_as_the_wall_clock_says_where_no_clock_is_moved() {
    Draw.inEveryZone(
        2 * TIMES,
        draw -> {
          WeeklyHours hours = draw.weeklyHours();
          Instant at = draw.instant();
          Instant dayBefore = at.minus(Duration.ofDays(3));
          Instant dayAfter = at.plus(Duration.ofDays(3));
          if (draw.zone().wallClockMoves(dayBefore, dayAfter).isEmpty()) {
            assertThat(hours.isOpen(at)).isEqualTo(shownOpen(hours, draw.zone(), at));
          }
        });
  }

  private static boolean shownOpen(WeeklyHours hours, IanaZone zone, Instant at) {
    LocalDateTime shown = zone.wallClock(at);
    if (hours.holidays().contains(shown.toLocalDate())) {
      return false;
    }
    boolean today =
        hours.periods().stream()
            .filter(period -> period.day() == shown.getDayOfWeek())
            .anyMatch(
                period ->
                    !shown.toLocalTime().isBefore(period.from())
                        && (shown.toLocalTime().isBefore(period.to())
                            || !period.to().isAfter(period.from())));
    boolean sinceYesterday =
        !hours.holidays().contains(shown.toLocalDate().minusDays(1))
            && hours.periods().stream()
                .filter(period -> period.day() == shown.getDayOfWeek().minus(1))
                .filter(period -> !period.to().isAfter(period.from()))
                .anyMatch(period -> shown.toLocalTime().isBefore(period.to()));
    return today || sinceYesterday;
  }
}
