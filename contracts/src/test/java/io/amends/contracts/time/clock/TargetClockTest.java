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

import io.amends.contracts.time.calendar.AroundTheClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetClockTest {

  private static final String GUEST = "WAITING_FOR_GUEST";

  @Test
  void is_due_when_its_target_has_passed_in_working_hours() {
    assertThat(TEN_HOURS.dueAt()).isEqualTo(at("2027-01-11T12:00+08:00"));
    assertThat(TWO_REAL_HOURS.dueAt()).isEqualTo(at("2027-01-08T12:00+08:00"));
  }

  @Test
  void tells_what_has_elapsed_and_what_remains() {
    Instant beforeStart = FRIDAY_TEN.minusSeconds(60);
    Instant overdue = at("2027-01-11T13:00+08:00");

    assertThat(TEN_HOURS.elapsedAt(beforeStart)).isZero();
    assertThat(TEN_HOURS.remainingAt(beforeStart)).isEqualTo(HOUR.multipliedBy(10));
    assertThat(TEN_HOURS.elapsedAt(FRIDAY_THREE)).isEqualTo(HOUR.multipliedBy(5));
    assertThat(TEN_HOURS.remainingAt(FRIDAY_THREE)).isEqualTo(HOUR.multipliedBy(5));
    assertThat(TEN_HOURS.elapsedAt(overdue)).isEqualTo(HOUR.multipliedBy(11));
    assertThat(TEN_HOURS.remainingAt(overdue)).isZero();
  }

  @Test
  void starts_anew_for_a_department_at_the_hand_over() {
    TargetClock department = new TargetClock(MONDAY_TEN, TEN_HOURS.target(), TEN_HOURS.calendar());

    assertThat(department.dueAt()).isEqualTo(at("2027-01-12T12:00+08:00"));
    assertThat(TEN_HOURS.dueAt()).isEqualTo(at("2027-01-11T12:00+08:00"));
  }

  @Test
  void needs_a_target_above_zero_and_within_bounds() {
    assertThatThrownBy(() -> new TargetClock(FRIDAY_TEN, Duration.ZERO, OFFICE))
        .hasMessage("target: PT0S (expected: above PT0S, at most PT87840H)");
    assertThatThrownBy(() -> new TargetClock(FRIDAY_TEN, Duration.ofDays(3661), OFFICE))
        .hasMessage("target: PT87864H (expected: above PT0S, at most PT87840H)");
    assertThat(new TargetClock(FRIDAY_TEN, Duration.ofDays(90), new AroundTheClock()).dueAt())
        .isEqualTo(at("2027-04-08T10:00+08:00"));
  }

  @Test
  void keeps_under_another_policy_what_has_elapsed_and_what_was_paused() {
    TargetClock paused = TWO_REAL_HOURS.pause(GUEST, FRIDAY_TEN.plus(HOUR));
    Instant resumedAt = FRIDAY_TEN.plus(HOUR.multipliedBy(5));

    assertThat(
            paused
                .under(HOUR.multipliedBy(4), new AroundTheClock())
                .resume(GUEST, resumedAt)
                .dueAt())
        .isEqualTo(FRIDAY_TEN.plus(HOUR.multipliedBy(8)));
    assertThat(
            paused
                .resume(GUEST, resumedAt)
                .under(HOUR.multipliedBy(4), new AroundTheClock())
                .dueAt())
        .isEqualTo(FRIDAY_TEN.plus(HOUR.multipliedBy(8)));
  }

  @Test
  void credits_old_pauses_by_the_calendar_of_the_new_policy() {
    TargetClock resumed =
        TEN_HOURS.pause(GUEST, FRIDAY_THREE).resume(GUEST, at("2027-01-11T09:00+08:00"));

    assertThat(resumed.under(HOUR.multipliedBy(10), new AroundTheClock()).dueAt())
        .isEqualTo(at("2027-01-11T14:00+08:00"));
    assertThat(resumed.under(HOUR.multipliedBy(4), OFFICE).dueAt())
        .isEqualTo(at("2027-01-08T14:00+08:00"));
  }
}
