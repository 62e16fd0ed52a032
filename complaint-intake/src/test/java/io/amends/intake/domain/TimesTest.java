package io.amends.intake.domain;

import static io.amends.intake.domain.Evening.NINE;
import static io.amends.intake.domain.Evening.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimesTest {

  private static final Duration FORTNIGHT = Duration.ofDays(14);
  private static final Duration TICK = Duration.ofMillis(1);

  @Test
  void a_clock_may_be_five_minutes_ahead_and_no_more() {
    Instant latest = NINE.plus(Duration.ofMinutes(5));

    assertThat(Times.notInTheFuture("/occurredAt", latest, NINE)).isEmpty();
    assertThat(Times.notInTheFuture("/occurredAt", latest.plus(TICK), NINE).orElseThrow())
        .hasToString(
            "/occurredAt: 2026-11-20T13:05:00.001Z (expected: not after 2026-11-20T13:00:00Z)");
    assertThat(Times.notInTheFuture("/detectedAt", null, NINE)).isEmpty();
  }

  @Test
  void nothing_is_known_before_it_happened() {
    assertThat(Times.notBefore("/detectedAt", NINE, "occurredAt", NINE)).isEmpty();
    assertThat(Times.notBefore("/detectedAt", NINE.minus(TICK), "occurredAt", NINE)).isPresent();
    assertThat(Times.notBefore("/detectedAt", null, "occurredAt", NINE)).isEmpty();
  }

  @Test
  void what_a_fast_clock_calls_later_than_the_arrival_happened_at_the_arrival() {
    Arrival arrival = Evening.at(NINE);

    assertThat(Times.byThen(NINE.plusSeconds(60), arrival)).isEqualTo(NINE);
    assertThat(Times.byThen(NINE.minusSeconds(60), arrival)).isEqualTo(NINE.minusSeconds(60));
  }

  @Test
  void microseconds_are_left_out_since_no_deadline_has_them() {
    assertThat(Times.byThen(Instant.parse("2026-11-20T12:59:59.123456Z"), Evening.at(NINE)))
        .isEqualTo(Instant.parse("2026-11-20T12:59:59.123Z"));
  }

  @Test
  void older_than_two_weeks_is_history() {
    Arrival arrival = Evening.at(NINE);

    assertThat(Times.isHistory(NINE.minus(FORTNIGHT), arrival, POLICY)).isFalse();
    assertThat(Times.isHistory(NINE.minus(FORTNIGHT).minus(TICK), arrival, POLICY)).isTrue();
  }

  @Test
  void what_is_said_to_be_past_is_history_however_young() {
    Arrival told = new Arrival(Source.of("http"), Evening.KEY, NINE, true);

    assertThat(Times.isHistory(NINE, told, POLICY)).isTrue();
  }
}
