package io.amends.contracts.time;

import static io.amends.contracts.time.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IanaZoneTest {

  private static final IanaZone PARIS = new IanaZone("Europe/Paris");
  private static final IanaZone NEW_YORK = new IanaZone("America/New_York");
  private static final IanaZone APIA = new IanaZone("Pacific/Apia");
  private static final LocalTime TEN = LocalTime.of(10, 0);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+05:45",
        "Z",
        "UTC+8",
        "GMT+08:00",
        "Etc/GMT-8",
        "GMT0",
        "Mars/Phobos",
        "CEST",
        ""
      })
  void an_offset_or_an_unknown_name_is_refused(String id) {
    assertThatThrownBy(() -> new IanaZone(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("zone: %s (expected: an IANA zone id such as Asia/Kathmandu)", id);
  }

  @Test
  void a_time_that_is_skipped_is_reached_when_the_clock_jumps_over_it() {
    assertThat(PARIS.firstAt(LocalDateTime.parse("2027-03-28T01:59")))
        .isEqualTo("2027-03-28T00:59:00Z");
    assertThat(PARIS.firstAt(LocalDateTime.parse("2027-03-28T02:00")))
        .isEqualTo("2027-03-28T01:00:00Z");
    assertThat(PARIS.firstAt(LocalDateTime.parse("2027-03-28T02:30")))
        .isEqualTo("2027-03-28T01:00:00Z");
    assertThat(PARIS.lastAt(LocalDateTime.parse("2027-03-28T02:30")))
        .isEqualTo("2027-03-28T01:00:00Z");
    assertThat(PARIS.firstAt(LocalDateTime.parse("2027-03-28T03:00")))
        .isEqualTo("2027-03-28T01:00:00Z");
  }

  @Test
  void of_a_time_that_comes_twice_there_is_a_first_and_a_last() {
    LocalDateTime twice = LocalDateTime.parse("2026-11-01T01:30");

    assertThat(NEW_YORK.firstAt(twice)).isEqualTo("2026-11-01T05:30:00Z");
    assertThat(NEW_YORK.lastAt(twice)).isEqualTo("2026-11-01T06:30:00Z");
  }

  @Test
  void the_end_of_the_hour_that_comes_twice_comes_once() {
    LocalDateTime two = LocalDateTime.parse("2026-11-01T02:00");

    assertThat(NEW_YORK.firstAt(two)).isEqualTo("2026-11-01T07:00:00Z");
    assertThat(NEW_YORK.lastAt(two)).isEqualTo("2026-11-01T07:00:00Z");
  }

  @Test
  void a_zone_may_lie_by_quarters_of_an_hour() {
    assertThat(new IanaZone("Asia/Kathmandu").firstAt(LocalDateTime.parse("2027-05-15T23:50")))
        .isEqualTo("2027-05-15T18:05:00Z");
    assertThat(new IanaZone("Pacific/Chatham").firstAt(LocalDateTime.parse("2027-01-04T09:00")))
        .isEqualTo("2027-01-03T19:15:00Z");
  }

  @Test
  void the_next_day_is_the_next_on_the_calendar() {
    assertThat(PARIS.nextDayAt(at("2027-01-15T23:50+01:00"), TEN))
        .isEqualTo(at("2027-01-16T10:00+01:00"));
    assertThat(PARIS.nextDayAt(at("2027-01-16T00:00+01:00"), TEN))
        .isEqualTo(at("2027-01-17T10:00+01:00"));
    assertThat(PARIS.daysLater(at("2027-01-16T00:00+01:00"), 0, TEN))
        .isEqualTo(at("2027-01-16T10:00+01:00"));
    assertThatThrownBy(() -> PARIS.daysLater(Instant.EPOCH, -1, TEN))
        .hasMessage("days: -1 (expected: 0 or more)");
  }

  @Test
  void the_next_day_at_ten_is_at_ten_also_when_clocks_are_moved() {
    assertThat(PARIS.nextDayAt(at("2027-03-27T10:00+01:00"), TEN))
        .isEqualTo(at("2027-03-28T10:00+02:00"));
    assertThat(NEW_YORK.nextDayAt(at("2026-10-31T10:00-04:00"), TEN))
        .isEqualTo(at("2026-11-01T10:00-05:00"));
  }

  @Test
  void a_date_that_the_calendar_skipped_is_no_next_day() {
    Instant evening = at("2011-12-29T22:00-10:00");

    assertThat(APIA.existing(LocalDate.parse("2011-12-29"))).isEqualTo("2011-12-29");
    assertThat(APIA.existing(LocalDate.parse("2011-12-30"))).isEqualTo("2011-12-31");
    assertThat(APIA.nextDayAt(evening, TEN)).isEqualTo(at("2011-12-31T10:00+14:00"));
    assertThat(APIA.daysLater(evening, 2, TEN)).isEqualTo(at("2012-01-01T10:00+14:00"));
  }

  @Test
  void moves_of_the_wall_clock_are_told_after_one_instant_and_up_to_another() {
    Instant move = at("2027-03-28T03:00+02:00");

    assertThat(PARIS.wallClockMoves(move.minusNanos(1), move))
        .extracting(ZoneOffsetTransition::getInstant)
        .containsExactly(move);
    assertThat(PARIS.wallClockMoves(move, at("2027-10-31T02:59+02:00"))).isEmpty();
    assertThat(PARIS.wallClockMoves(move, at("2027-10-31T02:00+01:00"))).hasSize(1);
    assertThat(new IanaZone("Asia/Dubai").wallClockMoves(move, Instant.MAX)).isEmpty();
  }

  @Test
  void in_every_zone_a_wall_clock_time_is_first_reached_once() {
    Draw.inEveryZone(
        5,
        draw -> {
          IanaZone zone = draw.zone();
          LocalDateTime wallClock = zone.date(draw.instant()).atTime(draw.wallClock());
          Instant first = zone.firstAt(wallClock);

          assertThat(zone.wallClock(first)).isAfterOrEqualTo(wallClock);
          assertThat(zone.wallClock(first.minusNanos(1))).isBefore(wallClock);
          for (Instant earlier = first.minus(Duration.ofDays(2));
              earlier.isBefore(first);
              earlier = earlier.plus(Duration.ofMinutes(30))) {
            assertThat(zone.wallClock(earlier)).isBefore(wallClock);
          }
        });
  }

  @Test
  void in_every_zone_a_wall_clock_time_is_last_reached_once() {
    Draw.inEveryZone(
        5,
        draw -> {
          IanaZone zone = draw.zone();
          LocalDateTime wallClock = zone.date(draw.instant()).atTime(draw.wallClock());
          Instant last = zone.lastAt(wallClock);

          assertThat(zone.wallClock(last.minusNanos(1))).isBefore(wallClock);
          for (Instant later = last;
              later.isBefore(last.plus(Duration.ofDays(2)));
              later = later.plus(Duration.ofMinutes(30))) {
            assertThat(zone.wallClock(later)).isAfterOrEqualTo(wallClock);
          }
        });
  }
}
