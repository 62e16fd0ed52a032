package io.amends.kit.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockJumpGuardTest {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final long SECOND = Duration.ofSeconds(1).toNanos();

  final ClockJumpGuard guard = new ClockJumpGuard();

  @Test
  void the_first_look_is_no_jump() {
    assertThat(guard.jumped(NOON, 0)).isFalse();
  }

  @Test
  void a_minute_more_than_passed_is_tolerated_and_a_millisecond_more_is_not() {
    guard.jumped(NOON, 0);
    assertThat(guard.jumped(NOON.plusSeconds(61), SECOND)).isFalse();
    assertThat(guard.jumped(NOON.plusSeconds(123).plusMillis(1), 3 * SECOND)).isTrue();
  }

  @Test
  void a_jump_is_believed_at_the_second_look() {
    guard.jumped(NOON, 0);
    assertThat(guard.jumped(NOON.plusSeconds(3_600), SECOND)).isTrue();
    assertThat(guard.jumped(NOON.plusSeconds(3_601), 2 * SECOND)).isFalse();
  }

  @Test
  void a_long_pause_of_the_process_is_no_jump() {
    guard.jumped(NOON, 0);
    assertThat(guard.jumped(NOON.plusSeconds(3_600), 3_600 * SECOND)).isFalse();
  }
}
