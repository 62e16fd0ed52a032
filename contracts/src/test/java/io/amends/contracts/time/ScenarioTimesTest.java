package io.amends.contracts.time;

import static io.amends.contracts.time.ShippedPolicy.ACKNOWLEDGE;
import static io.amends.contracts.time.ShippedPolicy.APOLOGISE;
import static io.amends.contracts.time.ShippedPolicy.BEFORE_DEPARTURE;
import static io.amends.contracts.time.ShippedPolicy.CHECK_BACK;
import static io.amends.contracts.time.ShippedPolicy.FIX;
import static io.amends.contracts.time.ShippedPolicy.MESSAGES;
import static io.amends.contracts.time.ShippedPolicy.REMEDY_REACHES_GUEST;
import static io.amends.contracts.time.ShippedPolicy.SURVEY;
import static io.amends.contracts.time.ShippedPolicy.TEN;
import static io.amends.contracts.time.ShippedPolicy.due;
import static io.amends.contracts.time.ShippedPolicy.later;
import static io.amends.contracts.time.ShippedPolicy.nextDay;
import static io.amends.contracts.time.ShippedPolicy.sameDay;
import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.Times.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.time.calendar.AroundTheClock;
import io.amends.contracts.time.clock.DepartureClock;
import io.amends.contracts.time.clock.TargetClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The hours of whole evenings by the shipped policy. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenarioTimesTest extends OnAnyMachine {

  private static final PropertyTime SINGAPORE = property("Asia/Singapore", "03:00");
  private static final PropertyTime SHANGHAI = property("Asia/Shanghai", "04:00");
  private static final PropertyTime KATHMANDU = property("Asia/Kathmandu", "02:00");

  @Nested
  class Found_before_the_guest_said_a_word {

    private static final Instant DETECTED = at("2027-01-12T15:05+08:00");
    private static final Instant FIXED = at("2027-01-12T15:22+08:00");
    private static final Instant MADE_GOOD = at("2027-01-12T15:24+08:00");
    private static final Instant DEPARTURE = at("2027-01-15T11:00+08:00");

    @Test
    void promises_count_from_detection() {
      assertThat(due(DETECTED, ACKNOWLEDGE)).isEqualTo(at("2027-01-12T15:15+08:00"));
      assertThat(due(DETECTED, APOLOGISE)).isEqualTo(at("2027-01-12T15:35+08:00"));
      assertThat(due(DETECTED, FIX)).isEqualTo(at("2027-01-12T17:05+08:00"));
      assertThat(due(FIXED, CHECK_BACK)).isEqualTo(at("2027-01-12T15:52+08:00"));
      assertThat(due(MADE_GOOD, REMEDY_REACHES_GUEST)).isEqualTo(at("2027-01-13T15:24+08:00"));
    }

    @Test
    void it_is_made_good_on_the_spot() {
      assertThat(sameDay(DETECTED)).isAfter(MADE_GOOD);
      assertThat(nextDay(SINGAPORE, DETECTED)).isEqualTo(at("2027-01-13T03:00+08:00"));
    }

    @Test
    void the_survey_goes_the_same_afternoon_and_the_call_on_the_day_after_departure() {
      assertThat(MESSAGES.firstWelcome(MADE_GOOD.plus(SURVEY), SINGAPORE.zone()))
          .isEqualTo(at("2027-01-12T17:24+08:00"));
      assertThat(SINGAPORE.zone().nextDayAt(DEPARTURE, TEN))
          .isEqualTo(at("2027-01-16T10:00+08:00"));
      assertThat(DepartureClock.from(DETECTED, BEFORE_DEPARTURE, DEPARTURE).dueAt())
          .isEqualTo(at("2027-01-15T09:00+08:00"));
    }
  }

  @Nested
  class Discount_and_points_and_still_unhappy {

    private static final Instant DETECTED = at("2027-01-08T22:20+08:00");
    private static final Instant REOPENED = at("2027-01-09T20:05+08:00");

    @Test
    void promises_go_on_over_midnight() {
      assertThat(due(DETECTED, APOLOGISE)).isEqualTo(at("2027-01-08T22:50+08:00"));
      assertThat(due(DETECTED, FIX)).isEqualTo(at("2027-01-09T00:20+08:00"));
    }

    @Test
    void the_next_day_begins_at_four_and_not_at_midnight() {
      assertThat(sameDay(DETECTED)).isEqualTo(at("2027-01-08T22:50+08:00"));
      assertThat(nextDay(SHANGHAI, DETECTED)).isEqualTo(at("2027-01-09T04:00+08:00"));
      assertThat(later(SHANGHAI, DETECTED)).isEqualTo(at("2027-01-10T04:00+08:00"));
    }

    @Test
    void the_second_cycle_has_its_own_hours() {
      assertThat(due(REOPENED, APOLOGISE)).isEqualTo(at("2027-01-09T20:35+08:00"));
      assertThat(later(SHANGHAI, REOPENED)).isEqualTo(at("2027-01-11T04:00+08:00"));
    }

    @Test
    void the_survey_goes_two_hours_after_it_was_made_good() {
      assertThat(MESSAGES.firstWelcome(at("2027-01-09T15:30+08:00").plus(SURVEY), SHANGHAI.zone()))
          .isEqualTo(at("2027-01-09T17:30+08:00"));
    }
  }

  @Nested
  class Bitten_unheard_and_then_in_public {

    private static final Instant DETECTED = at("2027-05-15T23:50+05:45");

    @Test
    void a_zone_by_quarters_of_an_hour_has_its_own_hours() {
      assertThat(DETECTED).isEqualTo("2027-05-15T18:05:00Z");
      assertThat(sameDay(DETECTED)).isEqualTo("2027-05-15T18:35:00Z");
      assertThat(nextDay(KATHMANDU, DETECTED)).isEqualTo("2027-05-15T20:15:00Z");
      assertThat(later(KATHMANDU, DETECTED)).isEqualTo(at("2027-05-17T02:00+05:45"));
    }

    @Test
    void the_public_is_answered_within_twelve_hours() {
      assertThat(due(at("2027-05-16T09:34+05:45"), Duration.ofHours(12)))
          .isEqualTo(at("2027-05-16T21:34+05:45"));
    }

    @Test
    void in_the_morning_nobody_has_spoken_to_the_guest_for_eight_hours() {
      TargetClock acknowledge = new TargetClock(DETECTED, ACKNOWLEDGE, new AroundTheClock());

      assertThat(acknowledge.elapsedAt(at("2027-05-16T08:00+05:45")))
          .isEqualTo(Duration.parse("PT8H10M"));
    }
  }
}
