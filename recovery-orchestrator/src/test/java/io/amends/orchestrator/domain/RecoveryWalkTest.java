package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.Department;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RootCause;
import io.amends.kit.events.Json;
import io.amends.orchestrator.domain.RecoveryCommand.AcknowledgeComplaint;
import io.amends.orchestrator.domain.RecoveryCommand.ApologiseToGuest;
import io.amends.orchestrator.domain.RecoveryCommand.BudgetAnswered;
import io.amends.orchestrator.domain.RecoveryCommand.CloseCase;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.RecordFollowUp;
import io.amends.orchestrator.domain.RecoveryCommand.ReportFixDone;
import io.amends.orchestrator.domain.RecoveryCommand.SetRootCause;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import io.amends.orchestrator.domain.RecoveryRules.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Walks every state that a case can reach and asks it every question. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecoveryWalkTest {

  private static final RecoveryRules RULES = new RecoveryRules();
  private static final Evening EVENING =
      Evening.at(Hotels.SINGAPORE, "G-1")
          .reported("ROOM_CLIMATE", "2027-01-12T15:05", "2027-01-15T11:00");

  /** Every reachable state, with the events that lead there from the opened case. */
  private static final Map<RecoveryCase, List<RecoveryEvent>> REACHABLE = new LinkedHashMap<>();

  @BeforeAll
  static void walk() {
    Deque<RecoveryCase> open = new ArrayDeque<>(List.of(EVENING.state()));
    REACHABLE.put(EVENING.state(), List.of());
    while (!open.isEmpty() && REACHABLE.size() < 1_500) {
      RecoveryCase state = open.pop();
      questions(state)
          .map(question -> RULES.answer(state, question))
          .filter(answer -> answer.after().of() != null)
          .filter(answer -> !REACHABLE.containsKey(answer.after()))
          .forEach(
              answer -> {
                List<RecoveryEvent> history = new ArrayList<>(REACHABLE.get(state));
                history.addAll(answer.events());
                REACHABLE.put(answer.after(), history);
                open.push(answer.after());
              });
    }
  }

  @Test
  void a_deadline_that_was_reached_is_no_longer_running() {
    assertThat(REACHABLE).hasSizeGreaterThan(500);
    for (RecoveryCase state : REACHABLE.keySet()) {
      for (Deadline due : state.deadlines()) {
        assertThat(RULES.answer(state, new DeadlineReached(due, due.dueAt())).after().deadlines())
            .as("%s after %s", state, due)
            .doesNotContain(due);
      }
    }
  }

  @Test
  void a_case_is_rebuilt_from_its_events() {
    REACHABLE.forEach(
        (state, history) -> {
          RecoveryCase rebuilt = EVENING.state();
          for (RecoveryEvent event : history) {
            rebuilt = RULES.evolve(rebuilt, event);
          }
          assertThat(rebuilt).isEqualTo(state);
        });
  }

  @Test
  void a_case_is_rebuilt_from_its_snapshot_with_all_its_deadlines() {
    for (RecoveryCase state : REACHABLE.keySet()) {
      byte[] published = Json.bytes(Snapshots.of(state));
      RecoveryCase rebuilt = Snapshots.read(Json.read(published, CaseSnapshot.class));
      assertThat(rebuilt).isEqualTo(state);
      assertThat(rebuilt.deadlines()).isEqualTo(state.deadlines());
    }
  }

  @Test
  void a_gap_or_a_repeat_in_the_history_is_damage() {
    List<RecoveryEvent> history =
        REACHABLE.values().stream().filter(events -> events.size() > 3).findFirst().orElseThrow();
    assertThatThrownBy(() -> RULES.evolve(EVENING.state(), history.get(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("caseVersion: 3 (expected: 2)");
  }

  /** Always at the same instant: what matters is the order. */
  private static Stream<RecoveryCommand> questions(RecoveryCase state) {
    Asked asked =
        new Asked(
            EVENING.asked("2027-01-12T15:05", Role.DUTY_MANAGER).of(),
            null,
            io.amends.contracts.Actor.staff("tom"),
            Role.DUTY_MANAGER,
            java.util.Set.of("*"),
            EVENING.instant("2027-01-12T15:05"));
    return Stream.concat(
        Stream.of(
            new AcknowledgeComplaint(asked),
            new ApologiseToGuest(asked),
            new ReportFixDone(asked),
            new SetRootCause(
                asked,
                new RootCause(
                    RootCause.Gap.GAP3, RootCause.Cause.EQUIPMENT, Department.ENGINEERING)),
            new RecordFollowUp(asked, null),
            new GrantRemedy(
                asked,
                new Wish(
                    RemedyType.VOUCHER,
                    new Money(20_000, Currency.getInstance("SGD")),
                    null,
                    null,
                    false,
                    "The third time")),
            new CloseCase(asked)),
        Stream.concat(
            state.deadlines().stream().map(due -> new DeadlineReached(due, due.dueAt())),
            budgetAnswers(state, asked)));
  }

  private static Stream<RecoveryCommand> budgetAnswers(RecoveryCase state, Asked asked) {
    return state
        .remedies()
        .waiting()
        .flatMap(
            remedy ->
                Stream.of(true, false)
                    .map(
                        granted ->
                            new BudgetAnswered(
                                asked,
                                remedy.number(),
                                Objects.requireNonNull(remedy.hold()).id(),
                                granted,
                                Nights.ZERO)));
  }

  @Test
  void the_same_question_twice_changes_nothing_the_second_time_unless_it_gives_more() {
    for (RecoveryCase state : REACHABLE.keySet()) {
      questions(state)
          .filter(question -> !(question instanceof GrantRemedy))
          .forEach(
              question -> {
                Answer once = RULES.answer(state, question);
                assertThat(RULES.answer(once.after(), question).events())
                    .as("%s asked twice", question)
                    .isEmpty();
              });
    }
  }
}
