package io.amends.orchestrator.domain;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.CaseSnapshot.CommandMemory;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.orchestrator.domain.Decision.AnsweredBefore;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import io.amends.orchestrator.domain.RecoveryCommand.OfCare;
import io.amends.orchestrator.domain.RecoveryCommand.OfCourse;
import io.amends.orchestrator.domain.RecoveryCommand.OfPromises;
import io.amends.orchestrator.domain.RecoveryCommand.OfRemedies;
import io.amends.orchestrator.domain.RecoveryCommand.OpenCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rules of service recovery: asks the part that a command is about, folds into all parts. */
public final class RecoveryRules {

  /** Who works on cases; the others look after machines and interfaces. */
  private static final Set<Role> STAFF =
      Set.of(
          Role.FRONT_LINE,
          Role.SUPERVISOR,
          Role.DUTY_MANAGER,
          Role.GENERAL_MANAGER,
          Role.REGION,
          Role.HEAD_OFFICE,
          Role.SECURITY);

  private final CourseDecider course = new CourseDecider();
  private final CareDecider care = new CareDecider();
  private final PromiseDecider promises = new PromiseDecider();
  private final CostDecider cost = new CostDecider();
  private final LadderDecider ladder;
  private final RemedyDecider remedies = new RemedyDecider();

  /**
   * Prepares them.
   *
   * @param rosters who is on duty when somebody is alerted
   */
  public RecoveryRules(Duty.Rosters rosters) {
    ladder = new LadderDecider(rosters);
  }

  /** For hotels of which nobody has said who works there. */
  RecoveryRules() {
    this(Duty.Rosters.NONE);
  }

  /** What has become of a case, what happened on the way, and the answer to the one who asked. */
  public record Answer(RecoveryCase after, List<RecoveryEvent> events, Decision decision) {
    public Answer {
      events = List.copyOf(events);
    }
  }

  /**
   * Settles what became so before the command was asked, then decides it. Alerts are not settled
   * along: they are told only when all that was asked until then is known.
   *
   * @throws IllegalStateException if a reached deadline stays in the state, a fault of ours
   */
  public Answer answer(RecoveryCase state, RecoveryCommand command) {
    Optional<Decision> before = answeredBefore(state, command);
    if (before.isPresent()) {
      return new Answer(state, List.of(), before.get());
    }
    if (isForgotten(state, command)) {
      return new Answer(RecoveryCase.NONE, List.of(), Decision.done());
    }
    List<RecoveryEvent> events = new ArrayList<>();
    RecoveryCase settled = settle(state, knownUntil(command), events);
    Decision decision = decide(settled, command);
    return new Answer(
        remember(fold(settled, decision.events(), events), command, decision), events, decision);
  }

  /** Whoever comes back to it later opens a new case. */
  private static boolean isForgotten(RecoveryCase state, RecoveryCommand command) {
    return command instanceof DeadlineReached reached
        && reached.deadline().kind() == Deadline.Kind.FORGET
        && state.deadlines().contains(reached.deadline());
  }

  private static Instant knownUntil(RecoveryCommand command) {
    return command instanceof DeadlineReached reached ? reached.readUpTo() : command.asked().at();
  }

  private RecoveryCase settle(RecoveryCase state, Instant until, List<RecoveryEvent> events) {
    RecoveryCase settled = state;
    Optional<Deadline> due = settled.settledBy(until);
    while (due.isPresent()) {
      Decision lapse = decide(settled, new DeadlineReached(due.get(), until));
      settled = fold(settled, lapse.events(), events);
      if (settled.deadlines().contains(due.get())) {
        throw new IllegalStateException("deadline: %s (expected: settled)".formatted(due.get()));
      }
      due = settled.settledBy(until);
    }
    return settled;
  }

  Decision decide(RecoveryCase state, RecoveryCommand command) {
    return switch (command) {
      case OpenCase c -> course.decide(state, c);
      case OfCourse c -> byStaff(state, c).orElseGet(() -> course.decide(state, c));
      case OfCare c -> whileOpen(state, c, open -> care.decide(state, open, c));
      case OfPromises c -> whileOpen(state, c, open -> promises.decide(state, open, c));
      case OfRemedies c -> whileOpen(state, c, open -> remedies.decide(state, open, c));
      case DeadlineReached c ->
          state.course() instanceof Course.Open open
              ? reached(state, open, c)
              : new Moot(Why.PROMISE_NOT_RUNNING);
    };
  }

  private Decision reached(RecoveryCase state, Course.Open open, DeadlineReached c) {
    return switch (c.deadline().kind()) {
      case TIER -> cost.decide(state, open, c);
      case PAUSE -> promises.pauseEnds(state, open, c);
      case PROMISE -> promises.promiseEnds(state, open, c);
      case WARNING -> promises.warn(state, open, c);
      case ALERT -> ladder.decide(state, open, c);
      case FORGET -> new Moot(Why.PROMISE_NOT_RUNNING);
    };
  }

  private static Decision whileOpen(
      RecoveryCase state, RecoveryCommand command, Function<Course.Open, Decision> decide) {
    return switch (state.course()) {
      case Course.Open open -> byStaff(state, command).orElseGet(() -> decide.apply(open));
      case Course.NotOpened _ -> Decision.refused(new Code.NotOpenYet());
      case Course.Closed _ -> byStaff(state, command).orElseGet(() -> new Moot(Why.CASE_CLOSED));
    };
  }

  /** Whether this person may not; empty if the case is not there yet or the person may. */
  private static Optional<Decision> byStaff(RecoveryCase state, RecoveryCommand command) {
    Course.Open open =
        switch (state.course()) {
          case Course.NotOpened _ -> null;
          case Course.Open o -> o;
          case Course.Closed(var was, _) -> was;
        };
    if (open == null) {
      return Optional.empty();
    }
    Asked asked = command.asked();
    if (!asked.holdsFor(open.facts().place().propertyId().value())) {
      return Optional.of(Decision.refused(new Code.NotThisProperty()));
    }
    return STAFF.contains(asked.as()) || asked.as() == Role.SYSTEM
        ? Optional.empty()
        : Optional.of(new Decision.Refused(List.of(new Code.NotThisRole(asked.as())), STAFF));
  }

  private static Optional<Decision> answeredBefore(RecoveryCase state, RecoveryCommand command) {
    return state.lastCommands().stream()
        .filter(known -> known.commandId().equals(command.asked().commandId()))
        .findFirst()
        .map(known -> new AnsweredBefore(known.answer()));
  }

  /** An answer "try again" is not remembered: the next try deserves its own. */
  private static RecoveryCase remember(
      RecoveryCase state, RecoveryCommand command, Decision decision) {
    String id = command.asked().commandId();
    return id == null || state.of() == null
        ? state
        : state.remembering(new CommandMemory(id, Answers.of(decision)));
  }

  /** Folds one event into all parts. */
  RecoveryCase evolve(RecoveryCase state, RecoveryEvent event) {
    int version = event.stamp().caseVersion();
    if (version != state.version() + 1) {
      throw new IllegalStateException(
          "caseVersion: %d (expected: %d)".formatted(version, state.version() + 1));
    }
    return new RecoveryCase(
        event.stamp().of(),
        version,
        course.evolve(state.course(), event),
        care.evolve(state.care(), event),
        PromiseHistory.evolve(state.promises(), event),
        cost.evolve(state.cost(), event),
        ladder.evolve(state.ladder(), event),
        remedies.evolve(state.remedies(), event),
        state.lastCommands());
  }

  private RecoveryCase fold(RecoveryCase state, List<RecoveryEvent> next, List<RecoveryEvent> all) {
    RecoveryCase folded = state;
    for (RecoveryEvent event : next) {
      folded = evolve(folded, event);
      all.add(event);
    }
    return folded;
  }
}
