package io.amends.contracts.time.calendar;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.calendar.Hours.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingTimeTest {

  @Test
  void has_no_bound_below_ninety_days_and_an_end() {
    Instant start = at("2027-01-05T09:00+08:00");

    assertThat(new AroundTheClock().plus(start, Duration.parse("PT2160H")))
        .isEqualTo(at("2027-04-05T09:00+08:00"));
    assertThat(OFFICE.plus(start, Duration.ofDays(90))).isEqualTo(at("2028-01-17T17:00+08:00"));
    assertThat(OFFICE.plus(start, ServiceCalendar.LONGEST)).isAfter(start);
    assertThatThrownBy(() -> OFFICE.plus(start, ServiceCalendar.LONGEST.plusNanos(1)))
        .hasMessage("working: PT87840H0.000000001S (expected: PT0S to PT87840H)");
    assertThatThrownBy(() -> OFFICE.plus(start, Duration.ofNanos(-1)))
        .hasMessage("working: PT-0.000000001S (expected: PT0S to PT87840H)");
  }

  @Test
  void is_asked_forward_only() {
    assertThatThrownBy(() -> OFFICE.workingTime(Instant.EPOCH, Instant.EPOCH.minusSeconds(1)))
        .hasMessage("to: 1969-12-31T23:59:59Z (expected: not before 1970-01-01T00:00:00Z)");
  }
}
