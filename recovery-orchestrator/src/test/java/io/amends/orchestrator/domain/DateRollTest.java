package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.RecoveryEvent.Change;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.contracts.time.NightAudit;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectSeverity;
import io.amends.orchestrator.domain.RecoveryCommand.RollDate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The night audit is the hotel's next day, where its system tells; New York's roll is at 03:00. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DateRollTest {

  private final Evening evening =
      Evening.at(Hotels.NEW_YORK, "G-1")
          .reported("DIRTY_ROOM", "2027-01-14T22:00", "2027-01-20T11:00");

  private Decision audited(String heard, String opened, String at) {
    return evening.asks(
        heard,
        Role.SYSTEM,
        asked -> new RollDate(asked, new NightAudit(LocalDate.parse(opened), evening.instant(at))));
  }

  private List<String> tiers() {
    return evening.all(TierEntered.class).stream()
        .map(entered -> evening.local(entered.tier().from()) + " " + entered.tier().tier())
        .toList();
  }

  @Test
  void without_an_audit_the_date_roll_counts() {
    evening.until("2027-01-16T12:00");
    assertThat(tiers()).containsExactly("22:30 SAME_DAY", "+1 03:00 NEXT_DAY", "+2 03:00 LATER");
  }

  @Test
  void an_audit_before_the_roll_begins_the_next_day_when_it_is_heard() {
    audited("2027-01-15T01:21", "2027-01-15", "2027-01-15T01:20");
    evening.until("2027-01-16T12:00");

    assertThat(tiers()).containsExactly("22:30 SAME_DAY", "+1 01:21 NEXT_DAY", "+2 03:00 LATER");
    assertThat(evening.all(SituationChanged.class))
        .singleElement()
        .extracting(SituationChanged::why)
        .isEqualTo(Change.DATE_ROLLED);
  }

  @Test
  void an_audit_after_the_roll_undoes_nothing() {
    audited("2027-01-15T04:11", "2027-01-15", "2027-01-15T04:10");
    evening.until("2027-01-16T12:00");

    assertThat(tiers()).containsExactly("22:30 SAME_DAY", "+1 03:00 NEXT_DAY", "+2 03:00 LATER");
  }

  @Test
  void two_nights_of_audits_are_two_next_days() {
    audited("2027-01-15T01:21", "2027-01-15", "2027-01-15T01:20");
    audited("2027-01-16T02:41", "2027-01-16", "2027-01-16T02:40");
    evening.until("2027-01-16T12:00");

    assertThat(tiers()).containsExactly("22:30 SAME_DAY", "+1 01:21 NEXT_DAY", "+2 02:41 LATER");
  }

  @Test
  void a_case_of_between_roll_and_audit_is_of_the_old_day() {
    Evening late =
        Evening.at(Hotels.NEW_YORK, "G-2")
            .reported("DIRTY_ROOM", "2027-01-15T03:10", "2027-01-20T11:00");
    late.asks(
        "2027-01-15T04:11",
        Role.SYSTEM,
        asked ->
            new RollDate(
                asked,
                new NightAudit(LocalDate.parse("2027-01-15"), late.instant("2027-01-15T04:10"))));
    late.until("2027-01-15T12:00");

    assertThat(late.state().cost().current().tier()).isEqualTo(CostTier.NEXT_DAY);
    assertThat(late.local(late.state().cost().current().from())).isEqualTo("04:11");
  }

  @Test
  void the_same_audit_again_and_one_after_it_was_made_good_change_nothing() {
    audited("2027-01-15T01:21", "2027-01-15", "2027-01-15T01:20");
    assertThat(audited("2027-01-15T01:25", "2027-01-15", "2027-01-15T01:20"))
        .isEqualTo(new Moot(Why.NOTHING_TO_DO));
    evening.fixed("2027-01-15T02:00", Role.FRONT_LINE);
    evening.apologises("2027-01-15T02:01", Role.DUTY_MANAGER);
    assertThat(audited("2027-01-16T01:21", "2027-01-16", "2027-01-16T01:20"))
        .isEqualTo(new Moot(Why.NOTHING_TO_DO));
  }

  @Test
  void what_is_worked_out_anew_later_still_knows_the_audit() {
    audited("2027-01-14T23:50", "2027-01-15", "2027-01-14T23:49");
    evening.asks(
        "2027-01-15T00:10",
        Role.DUTY_MANAGER,
        asked -> new CorrectSeverity(asked, Severity.CRITICAL, "WORSE_THAN_TOLD"));
    evening.until("2027-01-16T02:00");

    assertThat(tiers()).containsExactly("22:30 SAME_DAY", "23:50 NEXT_DAY");
  }

  @Test
  void an_audit_that_cannot_have_begun_that_date_is_a_fault_of_its_source() {
    assertThatThrownBy(() -> audited("2027-01-15T01:21", "2027-01-19", "2027-01-15T01:20"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected: after");
  }
}
