package io.amends.contracts.time;

import static io.amends.contracts.time.ShippedPolicy.ACKNOWLEDGE;
import static io.amends.contracts.time.ShippedPolicy.APOLOGISE;
import static io.amends.contracts.time.ShippedPolicy.FIX;
import static io.amends.contracts.time.ShippedPolicy.MESSAGES;
import static io.amends.contracts.time.ShippedPolicy.NEXT_UPDATE;
import static io.amends.contracts.time.ShippedPolicy.due;
import static io.amends.contracts.time.ShippedPolicy.explained;
import static io.amends.contracts.time.ShippedPolicy.later;
import static io.amends.contracts.time.ShippedPolicy.nextDay;
import static io.amends.contracts.time.ShippedPolicy.sameDay;
import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.Times.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.time.calendar.AroundTheClock;
import io.amends.contracts.time.clock.Segment.Running;
import io.amends.contracts.time.clock.Segment.WallClockMoved;
import io.amends.contracts.time.clock.TargetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The nights on which clocks are moved, by the shipped policy. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockChangeNightsTest extends OnAnyMachine {

  private static final PropertyTime NEW_YORK = property("America/New_York", "03:00");
  private static final PropertyTime PARIS = property("Europe/Paris", "03:00");

  @Nested
  class The_night_the_clock_goes_back_in_new_york {

    private static final Instant DETECTED = at("2026-11-01T00:50-04:00");
    private static final Instant ACKNOWLEDGED = at("2026-11-01T00:57-04:00");
    private static final Instant BACK_AGAIN = Instant.parse("2026-11-01T06:58:00Z");

    @Test
    void two_hours_are_two_real_hours() {
      assertThat(due(DETECTED, ACKNOWLEDGE)).isEqualTo("2026-11-01T05:00:00Z");
      assertThat(due(DETECTED, APOLOGISE)).isEqualTo("2026-11-01T05:20:00Z");
      assertThat(due(DETECTED, FIX)).isEqualTo("2026-11-01T06:50:00Z");
      assertThat(due(ACKNOWLEDGED, NEXT_UPDATE)).isEqualTo("2026-11-01T05:57:00Z");
    }

    @Test
    void what_broke_during_the_outage_is_late_by_98_and_61_minutes() {
      TargetClock apology = new TargetClock(DETECTED, APOLOGISE, new AroundTheClock());
      TargetClock update = new TargetClock(ACKNOWLEDGED, NEXT_UPDATE, new AroundTheClock());

      assertThat(apology.elapsedAt(BACK_AGAIN).minus(APOLOGISE)).isEqualTo(Duration.ofMinutes(98));
      assertThat(update.elapsedAt(BACK_AGAIN).minus(NEXT_UPDATE)).isEqualTo(Duration.ofMinutes(61));
    }

    @Test
    void the_business_date_has_25_hours_and_the_next_day_begins_at_its_end() {
      LocalDate date = LocalDate.parse("2026-10-31");

      assertThat(NEW_YORK.businessDate(DETECTED)).isEqualTo(date);
      assertThat(Duration.between(NEW_YORK.startOf(date), NEW_YORK.startOf(date.plusDays(1))))
          .isEqualTo(Duration.ofHours(25));
      assertThat(sameDay(DETECTED)).isEqualTo("2026-11-01T05:20:00Z");
      assertThat(nextDay(NEW_YORK, DETECTED)).isEqualTo("2026-11-01T08:00:00Z");
      assertThat(later(NEW_YORK, DETECTED)).isEqualTo(at("2026-11-02T03:00-05:00"));
    }

    @Test
    void the_clock_tells_that_an_hour_came_twice() {
      assertThat(explained(DETECTED, FIX, NEW_YORK))
          .containsExactly(
              new Running(DETECTED, Instant.parse("2026-11-01T06:00:00Z")),
              new WallClockMoved(
                  Instant.parse("2026-11-01T06:00:00Z"),
                  LocalDateTime.parse("2026-11-01T02:00"),
                  LocalDateTime.parse("2026-11-01T01:00")),
              new Running(
                  Instant.parse("2026-11-01T06:00:00Z"), Instant.parse("2026-11-01T06:50:00Z")));
    }
  }

  @Nested
  class The_night_the_clock_goes_forward_in_paris {

    private static final Instant DETECTED = at("2027-03-28T01:40+01:00");

    @Test
    void half_an_hour_is_half_a_real_hour() {
      assertThat(due(DETECTED, APOLOGISE)).isEqualTo("2027-03-28T01:10:00Z");
      assertThat(due(DETECTED, FIX)).isEqualTo("2027-03-28T02:40:00Z");
    }

    @Test
    void the_business_date_has_23_hours() {
      LocalDate date = LocalDate.parse("2027-03-27");

      assertThat(PARIS.businessDate(DETECTED)).isEqualTo(date);
      assertThat(Duration.between(PARIS.startOf(date), PARIS.startOf(date.plusDays(1))))
          .isEqualTo(Duration.ofHours(23));
    }

    @Test
    void the_date_rolls_within_the_first_half_hour_so_there_is_no_same_day() {
      assertThat(PARIS.nextRollAfter(DETECTED)).isEqualTo("2027-03-28T01:00:00Z");
      assertThat(nextDay(PARIS, DETECTED)).isEqualTo("2027-03-28T01:10:00Z");
      assertThat(sameDay(DETECTED)).isEqualTo("2027-03-28T01:10:00Z");
      assertThat(later(PARIS, DETECTED)).isEqualTo(at("2027-03-29T03:00+02:00"));
    }

    @Test
    void a_message_held_for_the_night_leaves_at_nine() {
      assertThat(MESSAGES.firstWelcome(DETECTED, PARIS.zone())).isEqualTo("2027-03-28T07:00:00Z");
    }

    @Test
    void the_clock_tells_that_an_hour_was_skipped() {
      assertThat(explained(DETECTED, APOLOGISE, PARIS))
          .containsExactly(
              new Running(DETECTED, Instant.parse("2027-03-28T01:00:00Z")),
              new WallClockMoved(
                  Instant.parse("2027-03-28T01:00:00Z"),
                  LocalDateTime.parse("2027-03-28T02:00"),
                  LocalDateTime.parse("2027-03-28T03:00")),
              new Running(
                  Instant.parse("2027-03-28T01:00:00Z"), Instant.parse("2027-03-28T01:10:00Z")));
    }
  }
}
