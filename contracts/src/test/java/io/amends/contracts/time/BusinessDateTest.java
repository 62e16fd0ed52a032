package io.amends.contracts.time;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.Times.property;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BusinessDateTest {

  private static final PropertyTime SHANGHAI = property("Asia/Shanghai", "04:00");
  private static final PropertyTime PARIS = property("Europe/Paris", "03:00");
  private static final PropertyTime NEW_YORK = property("America/New_York", "03:00");
  private static final PropertyTime APIA = property("Pacific/Apia", "03:00");

  @Test
  void begins_at_the_date_roll() {
    Instant roll = at("2027-01-09T04:00+08:00");

    assertThat(SHANGHAI.businessDate(roll.minusNanos(1))).isEqualTo("2027-01-08");
    assertThat(SHANGHAI.businessDate(roll)).isEqualTo("2027-01-09");
    assertThat(SHANGHAI.startOf(LocalDate.parse("2027-01-09"))).isEqualTo(roll);
  }

  @Test
  void has_25_hours_when_clocks_are_put_back() {
    assertThat(length(NEW_YORK, "2026-10-31")).isEqualTo(Duration.ofHours(25));
    assertThat(length(NEW_YORK, "2026-11-01")).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void has_23_hours_when_clocks_are_put_forward() {
    assertThat(length(PARIS, "2027-03-27")).isEqualTo(Duration.ofHours(23));
    assertThat(length(PARIS, "2027-03-28")).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void may_have_half_an_hour_more_or_less() {
    PropertyTime island = property("Australia/Lord_Howe", "03:00");

    assertThat(length(island, "2027-04-03")).isEqualTo(Duration.ofMinutes(24 * 60 + 30));
    assertThat(length(island, "2027-10-02")).isEqualTo(Duration.ofMinutes(24 * 60 - 30));
  }

  @Test
  void begins_when_the_clock_jumps_over_its_roll() {
    PropertyTime rollsAtHalfPastTwo = property("Europe/Paris", "02:30");
    Instant jump = at("2027-03-28T03:00+02:00");

    assertThat(rollsAtHalfPastTwo.startOf(LocalDate.parse("2027-03-28"))).isEqualTo(jump);
    assertThat(rollsAtHalfPastTwo.businessDate(jump.minusNanos(1))).isEqualTo("2027-03-27");
    assertThat(rollsAtHalfPastTwo.businessDate(jump)).isEqualTo("2027-03-28");
  }

  @Test
  void begins_at_the_first_of_two_rolls_and_does_not_go_back() {
    PropertyTime rollsAtHalfPastOne = property("America/New_York", "01:30");

    assertThat(rollsAtHalfPastOne.startOf(LocalDate.parse("2026-11-01")))
        .isEqualTo(at("2026-11-01T01:30-04:00"));
    assertThat(rollsAtHalfPastOne.businessDate(at("2026-11-01T01:10-05:00")))
        .isEqualTo("2026-11-01");
  }

  @Test
  void begins_at_one_where_the_clock_skips_midnight() {
    assertThat(property("America/Sao_Paulo", "00:00").startOf(LocalDate.parse("2018-11-04")))
        .isEqualTo(at("2018-11-04T01:00-02:00"));
  }

  @Test
  void does_not_exist_if_the_calendar_skipped_it() {
    Instant evening = at("2011-12-29T22:00-10:00");
    Instant nextRoll = at("2011-12-31T03:00+14:00");

    assertThat(APIA.nextRollAfter(evening)).isEqualTo(nextRoll);
    assertThat(APIA.rollAfter(evening, 2)).isEqualTo(at("2012-01-01T03:00+14:00"));
    assertThat(APIA.businessDate(nextRoll.minusNanos(1))).isEqualTo("2011-12-29");
    assertThat(APIA.businessDate(nextRoll)).isEqualTo("2011-12-31");
    assertThat(length(APIA, "2011-12-30")).isZero();
  }

  @Test
  void differs_between_two_properties_at_one_instant() {
    Instant now = at("2027-01-09T03:30+08:00");

    assertThat(SHANGHAI.businessDate(now)).isEqualTo("2027-01-08");
    assertThat(property("Asia/Singapore", "03:00").businessDate(now)).isEqualTo("2027-01-09");
  }

  private static Duration length(PropertyTime property, String date) {
    LocalDate businessDate = LocalDate.parse(date);
    return Duration.between(
        property.startOf(businessDate), property.startOf(businessDate.plusDays(1)));
  }
}
