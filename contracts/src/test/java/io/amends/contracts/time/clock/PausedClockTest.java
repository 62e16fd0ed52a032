package io.amends.contracts.time.clock;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.calendar.Hours.OFFICE;
import static io.amends.contracts.time.clock.Weekend.FRIDAY_TEN;
import static io.amends.contracts.time.clock.Weekend.FRIDAY_THREE;
import static io.amends.contracts.time.clock.Weekend.HOUR;
import static io.amends.contracts.time.clock.Weekend.MONDAY_TEN;
import static io.amends.contracts.time.clock.Weekend.TEN_HOURS;
import static io.amends.contracts.time.clock.Weekend.TWO_REAL_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PausedClockTest {

  private static final String GUEST = "WAITING_FOR_GUEST";
  private static final String ASLEEP = "GUEST_ASLEEP";

  @Test
  void has_no_due_time_and_keeps_what_remains() {
    TargetClock paused = TEN_HOURS.pause(GUEST, FRIDAY_THREE);

    assertThat(paused.dueAt()).isNull();
    assertThat(paused.isPaused(MONDAY_TEN)).isTrue();
    assertThat(paused.remainingAt(MONDAY_TEN)).isEqualTo(HOUR.multipliedBy(5));
    assertThat(paused.warningAt(Warning.of("50%"))).isEqualTo(FRIDAY_THREE);
    assertThat(paused.warningAt(Warning.of("51%"))).isNull();
  }

  @Test
  void for_48_hours_costs_nothing() {
    TargetClock resumed =
        TWO_REAL_HOURS
            .pause(GUEST, FRIDAY_TEN.plus(HOUR))
            .resume(GUEST, FRIDAY_TEN.plus(HOUR.multipliedBy(49)));

    assertThat(resumed.elapsedAt(FRIDAY_TEN.plus(HOUR.multipliedBy(49)))).isEqualTo(HOUR);
    assertThat(resumed.dueAt()).isEqualTo(FRIDAY_TEN.plus(HOUR.multipliedBy(50)));
  }

  @Test
  void from_friday_to_monday_gives_back_the_rest_of_friday_alone() {
    TargetClock resumed =
        TEN_HOURS.pause(GUEST, FRIDAY_THREE).resume(GUEST, at("2027-01-11T09:00+08:00"));

    assertThat(resumed.dueAt()).isEqualTo(at("2027-01-11T14:00+08:00"));
  }

  @Test
  void after_a_night_leaves_what_had_elapsed_in_working_hours() {
    TargetClock resumed =
        new TargetClock(at("2027-01-07T16:00+08:00"), HOUR.multipliedBy(10), OFFICE)
            .pause(GUEST, FRIDAY_TEN)
            .resume(GUEST, FRIDAY_THREE);

    assertThat(resumed.dueAt()).isEqualTo(at("2027-01-11T15:00+08:00"));
  }

  @Test
  void from_closing_to_opening_gives_back_nothing() {
    TargetClock resumed =
        TEN_HOURS
            .pause(GUEST, at("2027-01-08T17:00+08:00"))
            .resume(GUEST, at("2027-01-11T09:00+08:00"));

    assertThat(resumed.dueAt()).isEqualTo(TEN_HOURS.dueAt());
  }

  @Test
  void and_resumed_before_closing_is_due_on_the_next_day_and_never_after_closing() {
    TargetClock resumed =
        new TargetClock(FRIDAY_TEN, HOUR.multipliedBy(6), OFFICE)
            .pause(GUEST, at("2027-01-08T11:00+08:00"))
            .resume(GUEST, at("2027-01-08T16:00+08:00"));

    assertThat(resumed.dueAt()).isEqualTo(at("2027-01-11T13:00+08:00"));
  }

  @Test
  void twice_for_one_reason_counts_once() {
    TargetClock paused = TEN_HOURS.pause(GUEST, FRIDAY_THREE);
    TargetClock resumed = paused.resume(GUEST, MONDAY_TEN);

    assertThat(paused.pause(GUEST, FRIDAY_THREE.plus(HOUR))).isEqualTo(paused);
    assertThat(resumed.resume(GUEST, MONDAY_TEN.plus(HOUR))).isEqualTo(resumed);
    assertThat(resumed.dueAt()).isEqualTo(at("2027-01-11T15:00+08:00"));
  }

  @Test
  void for_two_reasons_runs_when_neither_holds_and_counts_the_overlap_once() {
    TargetClock both =
        TWO_REAL_HOURS
            .pause(GUEST, FRIDAY_TEN.plus(HOUR))
            .pause(ASLEEP, FRIDAY_TEN.plus(HOUR.multipliedBy(3)))
            .resume(GUEST, FRIDAY_TEN.plus(HOUR.multipliedBy(5)));

    assertThat(both.dueAt()).isNull();
    assertThat(both.resume(ASLEEP, FRIDAY_TEN.plus(HOUR.multipliedBy(7))).dueAt())
        .isEqualTo(FRIDAY_TEN.plus(HOUR.multipliedBy(8)));
  }

  @Test
  void from_one_reason_to_the_next_does_not_count_twice() {
    TargetClock moved =
        TWO_REAL_HOURS
            .pause(GUEST, FRIDAY_TEN.plus(HOUR))
            .resume(GUEST, FRIDAY_TEN.plus(HOUR.multipliedBy(3)))
            .pause(ASLEEP, FRIDAY_TEN.plus(HOUR.multipliedBy(3)))
            .resume(ASLEEP, FRIDAY_TEN.plus(HOUR.multipliedBy(4)));

    assertThat(moved.dueAt()).isEqualTo(FRIDAY_TEN.plus(HOUR.multipliedBy(5)));
  }

  @Test
  void before_it_began_or_after_it_was_due_changes_nothing() {
    assertThat(
            TWO_REAL_HOURS.pause(GUEST, FRIDAY_TEN.minus(HOUR)).resume(GUEST, FRIDAY_TEN).dueAt())
        .isEqualTo(TWO_REAL_HOURS.dueAt());
    assertThat(TWO_REAL_HOURS.pause(GUEST, FRIDAY_TEN.plus(HOUR.multipliedBy(2))).dueAt())
        .isEqualTo(TWO_REAL_HOURS.dueAt());
    assertThat(
            TWO_REAL_HOURS
                .pause(GUEST, FRIDAY_TEN.plus(HOUR.multipliedBy(2)).minusNanos(1))
                .dueAt())
        .isNull();
  }

  @Test
  void until_a_known_hour_is_due_by_what_is_known() {
    Pause untilMorning =
        new Pause(ASLEEP, FRIDAY_TEN.plus(HOUR), FRIDAY_TEN.plus(HOUR.multipliedBy(9)));

    assertThat(
            new TargetClock(
                    FRIDAY_TEN,
                    TWO_REAL_HOURS.target(),
                    TWO_REAL_HOURS.calendar(),
                    List.of(untilMorning))
                .dueAt())
        .isEqualTo(FRIDAY_TEN.plus(HOUR.multipliedBy(10)));
  }

  @Test
  void and_resumed_before_the_pause_is_refused() {
    TargetClock paused = TEN_HOURS.pause(GUEST, FRIDAY_THREE);

    assertThatThrownBy(() -> paused.resume(GUEST, FRIDAY_THREE.minusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "to: 2027-01-08T06:59:59.999999999Z (expected: not before 2027-01-08T07:00:00Z)");
    assertThat(paused.resume(GUEST, FRIDAY_THREE).dueAt()).isEqualTo(TEN_HOURS.dueAt());
  }

  @Test
  void for_any_reason_that_is_a_code() {
    assertThat(TEN_HOURS.pause("WAITING_FOR_VENDOR_2", FRIDAY_THREE).dueAt()).isNull();
    assertThatThrownBy(() -> TEN_HOURS.pause("waiting for vendor", FRIDAY_THREE))
        .hasMessage("reason: waiting for vendor (expected: a code such as WAITING_FOR_GUEST)");
  }
}
