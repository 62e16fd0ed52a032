package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.OfCare;
import io.amends.contracts.recovery.RecoveryEvent.OfCost;
import io.amends.contracts.recovery.RecoveryEvent.OfLadder;
import io.amends.contracts.recovery.RecoveryEvent.OfPromises;
import io.amends.contracts.recovery.RecoveryEvent.OfRemedies;
import io.amends.orchestrator.domain.Course.Closed;
import io.amends.orchestrator.domain.Course.NotOpened;
import io.amends.orchestrator.domain.Course.Open;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.CloseCase;
import io.amends.orchestrator.domain.RecoveryCommand.OfCourse;
import io.amends.orchestrator.domain.RecoveryCommand.OpenCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of where a case stands. */
final class CourseDecider {

  Decision decide(RecoveryCase state, OfCourse command) {
    return switch (new Question(state.course(), command)) {
      case Question(NotOpened _, OpenCase c) ->
          done(
              new CaseOpened(
                  state.stampFor(c.asked()),
                  c.facts(),
                  c.plan().policy(),
                  c.plan().promises(),
                  c.plan().tiers(),
                  c.plan().ladder()));
      case Question(NotOpened _, CloseCase _) -> new Refused(NOT_OPEN_YET, Set.of());

      case Question(Open _, OpenCase _) -> new Moot(Why.ALREADY_DONE);
      case Question(Open open, CloseCase c) -> close(state, open.policy(), c);

      case Question(Closed _, OfCourse _) -> new Moot(Why.CASE_CLOSED);
    };
  }

  private static final List<Code> NOT_OPEN_YET = List.of(new Code.NotOpenYet());

  /** Money alone never closes a case: the policy says what else it takes. */
  private static Decision close(RecoveryCase state, CasePolicy policy, CloseCase c) {
    List<Code> missing =
        policy.toClose().stream()
            .sorted()
            .filter(need -> !state.care().meets(need))
            .<Code>map(need -> new Code.StillOpen(need, whoCan(need, policy)))
            .toList();
    return missing.isEmpty()
        ? done(new CaseClosed(state.stampFor(c.asked())))
        : new Refused(
            missing,
            missing.stream()
                .flatMap(code -> ((Code.StillOpen) code).whoCan().stream())
                .collect(Collectors.toSet()));
  }

  private static Set<Role> whoCan(CasePolicy.Need need, CasePolicy policy) {
    return switch (need) {
      case CARE -> Set.of(policy.apologyBy());
      case FIX, ROOT_CAUSE, DEPARTMENT, FOLLOW_UP_ANSWERED_OR_EXPIRED ->
          Set.of(Role.FRONT_LINE, Role.SUPERVISOR, Role.DUTY_MANAGER);
    };
  }

  /**
   * Folds one event into the part.
   *
   * @throws IllegalStateException if {@link #decide} could not have produced the event in this
   *     state, which means that the stored history is damaged
   */
  Course evolve(Course part, RecoveryEvent event) {
    return switch (new Step(part, event)) {
      case Step(NotOpened _, CaseOpened e) -> new Open(e.facts(), e.policy());
      case Step(Open open, CaseClosed _) -> new Closed(open.facts(), open.policy());
      case Step(Open _, OfCare _),
          Step(Open _, OfPromises _),
          Step(Open _, OfCost _),
          Step(Open _, OfLadder _),
          Step(Open _, OfRemedies _) ->
          part;

      case Step(NotOpened _, _), Step(Open _, CaseOpened _), Step(Closed _, _) ->
          throw Damage.of(event, part);
    };
  }

  private record Question(Course course, OfCourse command) {}

  private record Step(Course course, RecoveryEvent event) {}
}
