package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Hotels.SINGAPORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.RecoveryEvent.PolicySwitched;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectDetection;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectSeverity;
import io.amends.orchestrator.domain.RecoveryCommand.PauseClocks;
import io.amends.orchestrator.domain.RecoveryCommand.ResumeClocks;
import io.amends.orchestrator.domain.RecoveryCommand.SwitchPolicy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What was taken wrongly is put right by a fact of its own; nothing is written over. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CorrectionTest {

  private final Evening evening =
      Evening.at(SINGAPORE, "G-1").reported("ROOM_CLIMATE", "2027-01-12T15:05", "2027-01-15T11:00");

  @Nested
  class Of_severity {

    @Test
    void anybody_may_find_it_worse_and_then_it_has_less_time() {
      evening.acknowledges("2027-01-12T15:09", Role.FRONT_LINE);
      assertThat(severity("2027-01-12T15:10", Role.FRONT_LINE, Severity.CRITICAL))
          .isInstanceOf(Done.class);
      assertThat(evening.due(Clock.FIX)).isEqualTo("16:05");
      assertThat(evening.due(Clock.APOLOGISE)).isEqualTo("15:20");
      SituationChanged changed = evening.all(SituationChanged.class).getFirst();
      assertThat(changed.reason()).isEqualTo("CHILD_IN_ROOM");
      assertThat(changed.tiers().getFirst().exposure().value()).isEqualByComparingTo("1.20");
    }

    @Test
    void what_would_be_over_by_then_keeps_the_time_it_had() {
      evening.acknowledges("2027-01-12T15:09", Role.FRONT_LINE);
      severity("2027-01-12T15:21", Role.FRONT_LINE, Severity.CRITICAL);
      assertThat(evening.due(Clock.APOLOGISE)).isEqualTo("15:35");
    }

    @Test
    void only_a_duty_manager_finds_it_less_bad() {
      assertThat(severity("2027-01-12T15:06", Role.SUPERVISOR, Severity.MINOR))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.whoCould()).contains(Role.DUTY_MANAGER));
      assertThat(severity("2027-01-12T15:07", Role.DUTY_MANAGER, Severity.MINOR))
          .isInstanceOf(Done.class);
      assertThat(evening.due(Clock.FIX)).isEqualTo("19:05");
    }

    @Test
    void what_touches_health_is_never_minor() {
      Evening bitten =
          Evening.at(SINGAPORE, "G-2").reported("PESTS", "2027-01-12T15:05", "2027-01-15T11:00");
      assertThat(
              bitten.asks(
                  "2027-01-12T15:07",
                  Role.DUTY_MANAGER,
                  asked -> new CorrectSeverity(asked, Severity.MINOR, "MISREAD")))
          .isEqualTo(new Refused(List.of(new Code.TooLow(Severity.MAJOR)), Set.of()));
    }

    @Test
    void of_a_worse_one_those_are_alerted_who_were_not_yet() {
      evening.until("2027-01-12T15:12");
      severity("2027-01-12T15:13", Role.FRONT_LINE, Severity.CRITICAL);
      evening.until("2027-01-12T15:21");
      assertThat(evening.alerts())
          .containsExactly(
              "15:05 FRONT_LINE",
              "15:10 SUPERVISOR",
              "15:13 DUTY_MANAGER",
              "15:13 GENERAL_MANAGER",
              "15:20 REGION");
    }

    private Decision severity(String at, Role role, Severity severity) {
      return evening.asks(at, role, asked -> new CorrectSeverity(asked, severity, "CHILD_IN_ROOM"));
    }
  }

  @Nested
  class Of_when_it_became_known {

    @Test
    void the_clocks_run_from_then_and_what_has_broken_has_broken() {
      assertThat(detected("2027-01-12T15:12", Role.DUTY_MANAGER, "2027-01-12T15:05"))
          .as("the same")
          .isEqualTo(new Moot(Why.ALREADY_DONE));
      Evening late =
          Evening.at(SINGAPORE, "G-3")
              .reported(
                  "ROOM_CLIMATE",
                  "2027-01-12T14:40",
                  "2027-01-12T15:05",
                  "2027-01-15T11:00",
                  io.amends.contracts.Channel.FRONT_DESK,
                  "2027-01-12T15:05");
      late.asks(
          "2027-01-12T15:08",
          Role.DUTY_MANAGER,
          a -> new CorrectDetection(a, late.instant("2027-01-12T14:50"), "TOLD_LATER"));
      late.until("2027-01-12T15:09");
      assertThat(late.broken()).containsExactly("15:00 ACKNOWLEDGE");
      assertThat(late.due(Clock.FIX)).isEqualTo("16:50");
    }

    @Test
    void it_is_not_before_it_happened_and_not_in_the_future() {
      assertThat(detected("2027-01-12T15:12", Role.DUTY_MANAGER, "2027-01-12T15:04"))
          .isInstanceOf(Refused.class);
      assertThat(detected("2027-01-12T15:12", Role.DUTY_MANAGER, "2027-01-12T15:13"))
          .isInstanceOf(Refused.class);
    }

    @Test
    void the_front_line_cannot_move_it() {
      assertThat(detected("2027-01-12T15:12", Role.FRONT_LINE, "2027-01-12T15:10"))
          .isInstanceOf(Refused.class);
    }

    private Decision detected(String at, Role role, String detected) {
      return evening.asks(
          at, role, a -> new CorrectDetection(a, evening.instant(detected), "TOLD_LATER"));
    }
  }

  @Nested
  class Of_the_policy {

    @Test
    void keeps_what_has_elapsed_and_what_was_paused() {
      evening.acknowledges("2027-01-12T15:09", Role.FRONT_LINE);
      evening.asks(
          "2027-01-12T15:30", Role.FRONT_LINE, a -> new PauseClocks(a, "WAITING_FOR_GUEST"));
      assertThat(switched("2027-01-12T15:40", Role.GENERAL_MANAGER)).isInstanceOf(Done.class);
      assertThat(evening.due(Clock.FIX)).isEqualTo("paused");
      evening.asks(
          "2027-01-12T16:00", Role.FRONT_LINE, a -> new ResumeClocks(a, "WAITING_FOR_GUEST"));
      assertThat(evening.due(Clock.FIX)).as("four hours, thirty minutes paused").isEqualTo("19:35");
      assertThat(evening.all(PolicySwitched.class).getFirst().policy().id())
          .isEqualTo("CHAIN/policy@2");
    }

    @Test
    void takes_a_general_manager() {
      assertThat(switched("2027-01-12T15:10", Role.DUTY_MANAGER)).isInstanceOf(Refused.class);
    }

    @Test
    void that_was_never_applied_is_refused() {
      assertThat(
              evening.asks(
                  "2027-01-12T15:10",
                  Role.GENERAL_MANAGER,
                  asked -> new SwitchPolicy(asked, "CHAIN/policy@9")))
          .isEqualTo(new Refused(List.of(new Code.NoSuchPolicy("CHAIN/policy@9")), Set.of()));
    }

    private Decision switched(String at, Role role) {
      return evening.asks(at, role, asked -> new SwitchPolicy(asked, "CHAIN/policy@2"));
    }
  }
}
