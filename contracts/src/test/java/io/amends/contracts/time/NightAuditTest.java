package io.amends.contracts.time;

import static io.amends.contracts.time.Times.at;
import static io.amends.contracts.time.Times.property;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NightAuditTest {

  private static final PropertyTime SHANGHAI = property("Asia/Shanghai", "04:00");
  private static final PropertyTime APIA = property("Pacific/Apia", "03:00");
  private static final LocalDate NINTH = LocalDate.parse("2027-01-09");
  private static final LocalDate TENTH = LocalDate.parse("2027-01-10");

  @Test
  void that_is_late_begins_its_date_and_no_other() {
    Instant audit = at("2027-01-09T05:12+08:00");
    PropertyTime property = SHANGHAI.withAudit(NINTH, audit);

    assertThat(property.businessDate(at("2027-01-09T04:30+08:00"))).isEqualTo("2027-01-08");
    assertThat(property.businessDate(audit)).isEqualTo(NINTH);
    assertThat(property.rollAfter(at("2027-01-08T22:20+08:00"), 1)).isEqualTo(audit);
    assertThat(property.rollAfter(at("2027-01-08T22:20+08:00"), 2))
        .isEqualTo(at("2027-01-10T04:00+08:00"));
  }

  @Test
  void that_is_early_begins_its_date_on_the_evening_before() {
    Instant audit = at("2027-01-08T23:40+08:00");
    PropertyTime property = SHANGHAI.withAudit(NINTH, audit);

    assertThat(property.nextRollAfter(at("2027-01-08T22:20+08:00"))).isEqualTo(audit);
    assertThat(property.nextRollAfter(audit)).isEqualTo(at("2027-01-10T04:00+08:00"));
    assertThat(property.businessDate(audit)).isEqualTo(NINTH);
  }

  @Test
  void that_is_told_again_replaces_the_first() {
    assertThat(
            SHANGHAI
                .withAudit(NINTH, at("2027-01-09T05:12+08:00"))
                .withAudit(NINTH, at("2027-01-09T03:50+08:00")))
        .isEqualTo(SHANGHAI.withAudit(NINTH, at("2027-01-09T03:50+08:00")));
  }

  @Test
  void is_kept_by_date_in_whatever_order_they_are_told() {
    NightAudit ninth = new NightAudit(NINTH, at("2027-01-09T05:12+08:00"));
    NightAudit tenth = new NightAudit(TENTH, at("2027-01-10T03:50+08:00"));

    assertThat(SHANGHAI.withAudit(TENTH, tenth.at()).withAudit(NINTH, ninth.at()).audits())
        .containsExactly(ninth, tenth);
  }

  @Test
  void must_lie_between_the_beginnings_of_the_dates_around_it() {
    Instant before = at("2027-01-08T04:00+08:00");
    Instant after = at("2027-01-10T04:00+08:00");

    assertThat(SHANGHAI.withAudit(NINTH, before.plusNanos(1)).startOf(NINTH))
        .isEqualTo(before.plusNanos(1));
    assertThat(SHANGHAI.withAudit(NINTH, after.minusNanos(1)).startOf(NINTH))
        .isEqualTo(after.minusNanos(1));
    for (Instant outside : List.of(before, after)) {
      assertThatThrownBy(() -> SHANGHAI.withAudit(NINTH, outside))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("at: %s (expected: after %s and before %s)", outside, before, after);
    }
  }

  @Test
  void of_a_date_that_the_calendar_skipped_is_refused() {
    assertThatThrownBy(
            () -> APIA.withAudit(LocalDate.parse("2011-12-30"), at("2011-12-31T01:00+14:00")))
        .hasMessage("opened: 2011-12-30 (expected: a date that the calendar of Pacific/Apia has)");
  }

  @Test
  void may_begin_the_date_after_one_that_the_calendar_skipped() {
    LocalDate opened = LocalDate.parse("2011-12-31");
    Instant audit = at("2011-12-29T23:00-10:00");

    assertThat(APIA.withAudit(opened, audit).businessDate(audit)).isEqualTo(opened);
  }

  @Test
  void is_one_for_a_date() {
    NightAudit audit = new NightAudit(NINTH, at("2027-01-09T05:12+08:00"));

    assertThatThrownBy(
            () -> new PropertyTime(SHANGHAI.zone(), SHANGHAI.dateRoll(), List.of(audit, audit)))
        .hasMessage("audits: 2027-01-09 twice (expected: one for a date)");
  }
}
