package io.amends.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryPropertyTest {

  @Test
  void an_instant_lies_in_its_business_date() {
    Draw.inEveryZone(
        10,
        draw -> {
          PropertyTime property = property(draw);
          Instant at = draw.instant();
          LocalDate date = property.businessDate(at);

          assertThat(property.startOf(date)).isBeforeOrEqualTo(at);
          assertThat(property.nextRollAfter(at)).isAfter(at);
          assertThat(property.businessDate(property.nextRollAfter(at))).isAfter(date);
          assertThat(property.businessDate(property.nextRollAfter(at).minusNanos(1)))
              .isEqualTo(date);
        });
  }

  @Test
  void business_dates_never_go_back() {
    Draw.inEveryZone(
        10,
        draw -> {
          PropertyTime property = property(draw);
          List<Instant> two = draw.ascending(2);

          assertThat(property.businessDate(two.getFirst()))
              .isBeforeOrEqualTo(property.businessDate(two.getLast()));
        });
  }

  @Test
  void rolls_add_up() {
    Draw.inEveryZone(
        5,
        draw -> {
          PropertyTime property = property(draw);
          Instant at = draw.instant();

          assertThat(property.rollAfter(property.rollAfter(at, 2), 3))
              .isEqualTo(property.rollAfter(at, 5));
        });
  }

  @Test
  void an_audit_in_a_date_begins_the_next_one() {
    Draw.inEveryZone(
        5,
        draw -> {
          PropertyTime property = property(draw);
          Instant audit = draw.instant();
          LocalDate opened = property.businessDate(property.nextRollAfter(audit));
          if (audit.equals(property.startOf(property.businessDate(audit)))) {
            return;
          }

          assertThat(property.withAudit(opened, audit).businessDate(audit)).isEqualTo(opened);
          assertThat(property.withAudit(opened, audit).businessDate(audit.minusNanos(1)))
              .isEqualTo(property.businessDate(audit));
        });
  }

  private static PropertyTime property(Draw draw) {
    LocalTime time = draw.wallClock();
    return new PropertyTime(
        draw.zone(), time.isBefore(LocalTime.NOON) ? time : time.minusHours(12));
  }
}
