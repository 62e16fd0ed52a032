package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandOutcome.Answer;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.orchestrator.domain.Decision.AnsweredBefore;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.AcknowledgeComplaint;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandsTest {

  static final RecoveryRules RULES = new RecoveryRules();

  final Evening evening =
      Evening.at(Hotels.NEW_YORK, "G-733")
          .reported("DIRTY_ROOM", "2027-01-14T08:58", "2027-01-16T11:00");

  @Test
  void before_the_complaint_has_arrived_one_is_to_be_tried_again() {
    Decision decision =
        RULES
            .answer(
                RecoveryCase.NONE,
                new AcknowledgeComplaint(evening.asked("2027-01-14T09:00", Role.FRONT_LINE)))
            .decision();
    assertThat(decision).isEqualTo(new Refused(List.of(new Code.NotOpenYet()), Set.of()));
  }

  @Test
  void a_millisecond_before_its_hour_a_promise_is_kept() {
    evening.acknowledges("2027-01-14T09:07:59.999", Role.FRONT_LINE);
    assertThat(evening.all(PromiseBroken.class)).isEmpty();
  }

  @Test
  void at_its_hour_a_promise_is_broken_even_if_no_sweep_has_passed() {
    Decision decision = evening.acknowledges("2027-01-14T09:08", Role.FRONT_LINE);
    assertThat(decision).isInstanceOf(Done.class);
    assertThat(evening.all(PromiseBroken.class))
        .singleElement()
        .satisfies(
            broken ->
                assertThat(broken.stamp().occurredAt())
                    .isEqualTo(evening.instant("2027-01-14T09:08")));
    assertThat(evening.all(ComplaintAcknowledged.class)).hasSize(1);
  }

  @Test
  void a_repeat_gets_the_same_answer_and_changes_nothing() {
    Asked asked = evening.asked("2027-01-14T09:00", Role.FRONT_LINE);
    var first = RULES.answer(evening.state(), new AcknowledgeComplaint(asked));
    var second = RULES.answer(first.after(), new AcknowledgeComplaint(asked));
    assertThat(second.decision()).isEqualTo(new AnsweredBefore(Answer.DONE));
    assertThat(second.after()).isEqualTo(first.after());
  }

  @Test
  void thirty_two_answers_are_remembered_and_no_more() {
    RecoveryCase state = evening.state();
    Asked first = evening.asked("2027-01-14T09:00", Role.FRONT_LINE);
    state = RULES.answer(state, new AcknowledgeComplaint(first)).after();
    for (int i = 0; i < RecoveryCase.COMMANDS_KEPT - 1; i++) {
      state =
          RULES
              .answer(
                  state,
                  new AcknowledgeComplaint(evening.asked("2027-01-14T09:00", Role.FRONT_LINE)))
              .after();
    }
    assertThat(RULES.answer(state, new AcknowledgeComplaint(first)).decision())
        .isInstanceOf(AnsweredBefore.class);
    state =
        RULES
            .answer(
                state, new AcknowledgeComplaint(evening.asked("2027-01-14T09:00", Role.FRONT_LINE)))
            .after();
    assertThat(RULES.answer(state, new AcknowledgeComplaint(first)).decision())
        .isEqualTo(new Moot(Why.ALREADY_DONE));
  }

  @Test
  void somebody_of_another_hotel_may_not() {
    Asked foreign =
        new Asked(
            evening.asked("2027-01-14T09:00", Role.GENERAL_MANAGER).of(),
            "x",
            Actor.staff("gm"),
            Role.GENERAL_MANAGER,
            Set.of("SHA-BUND"),
            evening.instant("2027-01-14T09:00"));
    assertThat(RULES.answer(evening.state(), new AcknowledgeComplaint(foreign)).decision())
        .isEqualTo(new Refused(List.of(new Code.NotThisProperty()), Set.of()));
  }

  @Test
  void who_looks_after_machines_works_on_no_case() {
    assertThat(evening.acknowledges("2027-01-14T09:00", Role.OPERATIONS))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.codes()).containsExactly(new Code.NotThisRole(Role.OPERATIONS)));
  }

  @Test
  void half_a_night_may_be_given_by_the_front_line_and_a_cent_more_may_not() {
    assertThat(evening.gives("2027-01-14T10:02", Role.FRONT_LINE, RemedyType.REFUND, 15_000))
        .isInstanceOf(Done.class);
    assertThat(evening.gives("2027-01-14T10:03", Role.FRONT_LINE, RemedyType.REFUND, 3))
        .isInstanceOfSatisfying(
            Decision.AskedOf.class,
            asked -> {
              assertThat(asked.codes())
                  .contains(
                      new Code.OverLimit(
                          Nights.of("0.5"),
                          new Money(15_000, Currency.getInstance("USD")),
                          Nights.of("0.5"),
                          Nights.of("0.0001"),
                          new Money(0, Currency.getInstance("USD"))));
              assertThat(asked.whoCould())
                  .contains(Role.SUPERVISOR, Role.DUTY_MANAGER)
                  .doesNotContain(Role.FRONT_LINE);
            });
  }

  @Test
  void an_apology_or_a_room_of_the_same_kind_needs_nobodys_leave() {
    evening.gives("2027-01-14T10:02", Role.FRONT_LINE, RemedyType.REFUND, 15_000);
    for (RemedyType free : List.of(RemedyType.APOLOGY, RemedyType.REPLACE)) {
      assertThat(
              evening.asksAs(
                  "2027-01-14T10:03",
                  "ana",
                  Role.FRONT_LINE,
                  asked -> new GrantRemedy(asked, new Wish(free, null, null, null, false, null))))
          .as("%s", free)
          .isInstanceOf(Done.class);
    }
  }

  @Test
  void what_has_no_worth_is_refused() {
    assertThat(evening.gives("2027-01-14T10:02", Role.FRONT_LINE, RemedyType.VOUCHER, 0))
        .isEqualTo(new Refused(List.of(new Code.NoWorth("USD")), Set.of()));
  }

  @Test
  void a_deadline_that_is_not_running_any_more_is_moot() {
    Deadline stale =
        new Deadline(
            evening.asked("2027-01-14T09:00", Role.FRONT_LINE).of(),
            Deadline.Kind.PROMISE,
            "ACKNOWLEDGE:1",
            evening.instant("2027-01-14T09:05"));
    assertThat(RULES.answer(evening.state(), new DeadlineReached(stale, stale.dueAt())).decision())
        .isEqualTo(new Moot(Why.PROMISE_NOT_RUNNING));
  }
}
