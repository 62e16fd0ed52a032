package io.amends.contracts.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.recovery.ClockState.Result;
import io.amends.contracts.time.calendar.AroundTheClock;
import io.amends.contracts.time.clock.TargetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockStateTest {

  private static final Instant START = Instant.parse("2026-11-20T13:00:00.000900Z");
  private static final Instant TOLD = Instant.parse("2026-11-20T13:11:00Z");
  private static final TargetClock TEN_MINUTES =
      new TargetClock(START, Duration.ofMinutes(10), new AroundTheClock());

  @Test
  void is_due_by_its_time_in_whole_milliseconds() {
    assertThat(ClockState.begun(Clock.ACKNOWLEDGE, 1, 1, TEN_MINUTES).dueAt())
        .isEqualTo(Instant.parse("2026-11-20T13:10:00Z"));
  }

  @Test
  void keeps_the_hour_that_was_told_until_its_time_is_changed() {
    ClockState told =
        new ClockState(Clock.ACKNOWLEDGE, 1, 1, TOLD, TEN_MINUTES, Result.RUNNING, null, List.of());

    assertThat(told.dueAt()).isEqualTo(TOLD);
    assertThat(told.warnedOf("50%").dueAt()).isEqualTo(TOLD);
    assertThat(told.ended(Result.MET, TOLD.minusSeconds(1)).dueAt()).isEqualTo(TOLD);
    assertThat(told.with(TEN_MINUTES).dueAt()).isEqualTo(Instant.parse("2026-11-20T13:10:00Z"));
  }
}
