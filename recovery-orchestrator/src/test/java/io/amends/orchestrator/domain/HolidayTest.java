package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.recovery.Clock;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** After the stay words have office hours, and an office has holidays. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HolidayTest {

  @Test
  void a_holiday_of_the_hotel_does_not_count() {
    Evening evening =
        Evening.at(Hotels.SHANGHAI, "G-1")
            .reported(
                "WRONG_BILL",
                "2027-02-03T10:00",
                "2027-02-05T17:00",
                "2027-02-04T12:00",
                Channel.EMAIL,
                "2027-02-05T17:00");
    assertThat(evening.due(Clock.ACKNOWLEDGE))
        .as("one hour on Friday, none on the holiday of the 6th, three on the 7th")
        .isEqualTo("+2 12:00");
  }
}
