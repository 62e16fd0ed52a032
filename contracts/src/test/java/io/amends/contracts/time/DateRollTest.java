package io.amends.contracts.time;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.Times.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DateRollTest {

  private static final PropertyTime SHANGHAI = property("Asia/Shanghai", "04:00");

  @Test
  void is_not_its_own_next() {
    Instant roll = at("2027-01-09T04:00+08:00");

    assertThat(SHANGHAI.nextRollAfter(roll.minusNanos(1))).isEqualTo(roll);
    assertThat(SHANGHAI.nextRollAfter(roll)).isEqualTo(at("2027-01-10T04:00+08:00"));
  }

  @Test
  void is_counted_from_one() {
    Instant evening = at("2027-01-08T22:20+08:00");

    assertThat(SHANGHAI.rollAfter(evening, 1)).isEqualTo(at("2027-01-09T04:00+08:00"));
    assertThat(SHANGHAI.rollAfter(evening, 2)).isEqualTo(at("2027-01-10T04:00+08:00"));
    assertThatThrownBy(() -> SHANGHAI.rollAfter(evening, 0))
        .hasMessage("n: 0 (expected: 1 or more)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12:00", "23:00", "04:00:30"})
  void that_leaves_open_which_date_begins_is_refused(String dateRoll) {
    assertThatThrownBy(() -> property("Asia/Shanghai", dateRoll))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dateRoll: %s (expected: HH:mm from 00:00 to 11:59)", dateRoll);
  }

  @Test
  void may_be_at_midnight_and_just_before_noon() {
    assertThat(property("Asia/Shanghai", "00:00").businessDate(at("2027-01-09T00:00+08:00")))
        .isEqualTo("2027-01-09");
    assertThat(property("Asia/Shanghai", "11:59").businessDate(at("2027-01-09T11:58+08:00")))
        .isEqualTo("2027-01-08");
  }
}
