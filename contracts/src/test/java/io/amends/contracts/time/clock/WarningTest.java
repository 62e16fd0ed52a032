package io.amends.contracts.time.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.time.clock.Warning.Ahead;
import io.amends.contracts.time.clock.Warning.AtPercent;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WarningTest {

  private static final Duration TWO_HOURS = Duration.ofHours(2);

  @Test
  void comes_at_a_part_of_the_target() {
    assertThat(new AtPercent(50).elapsedOf(TWO_HOURS)).isEqualTo(Duration.ofHours(1));
    assertThat(new AtPercent(80).elapsedOf(TWO_HOURS)).isEqualTo(Duration.ofMinutes(96));
    assertThat(new AtPercent(33).elapsedOf(Duration.ofNanos(10))).isEqualTo(Duration.ofNanos(3));
  }

  @Test
  void comes_a_while_ahead_unless_the_target_is_no_longer_than_that() {
    assertThat(new Ahead(Duration.ofMinutes(30)).elapsedOf(TWO_HOURS))
        .isEqualTo(Duration.ofMinutes(90));
    assertThat(new Ahead(TWO_HOURS.minusNanos(1)).elapsedOf(TWO_HOURS))
        .isEqualTo(Duration.ofNanos(1));
    assertThat(new Ahead(TWO_HOURS).elapsedOf(TWO_HOURS)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1%", "99%", "PT12H", "PT0.5S"})
  void is_read_as_it_is_written(String text) {
    assertThat(Warning.of(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0%     | warning: 0% (expected: 1% to 99%)",
        "100%   | warning: 100% (expected: 1% to 99%)",
        "half   | warning: half (expected: such as 80% or PT12H)",
        "x%     | warning: x% (expected: such as 80% or PT12H)",
        "PT0S   | warning: PT0S (expected: above PT0S)",
        "PT-12H | warning: PT-12H (expected: above PT0S)"
      })
  void that_makes_no_sense_is_refused(String text, String message) {
    assertThatThrownBy(() -> Warning.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
