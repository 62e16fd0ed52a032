package io.amends.orchestrator.domain;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.CaseSnapshot.CommandMemory;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Hold;
import io.amends.orchestrator.domain.Decision.AnsweredBefore;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.BudgetAnswered;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import io.amends.orchestrator.domain.RecoveryCommand.OfCare;
import io.amends.orchestrator.domain.RecoveryCommand.OfCourse;
import io.amends.orchestrator.domain.RecoveryCommand.OfMatter;
import io.amends.orchestrator.domain.RecoveryCommand.OfPromises;
import io.amends.orchestrator.domain.RecoveryCommand.OfRemedies;
import io.amends.orchestrator.domain.RecoveryCommand.OpenCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private final Duty.Rosters rosters;
  private final LadderDecider ladder;
  private final MatterDecider matter;
  private final RemedyDecider remedies = new RemedyDecider();
  private final BudgetDecider budgets = new BudgetDecider();

  /**
   * Prepares them.
   *
   * @param rosters who is on duty when somebody is alerted or asked
   * @param policies to which a case can be switched
   */
  public RecoveryRules(Duty.Rosters rosters, Policies policies) {
    this.rosters = rosters;
    ladder = new LadderDecider(rosters);
    matter = new MatterDecider(policies);
  }

  /** For hotels of which nobody has said who works there. */
  RecoveryRules() {
    this(Duty.Rosters.NONE, Policies.NONE);
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
    Decision decision = answeredBefore(settled, command).orElseGet(() -> decide(settled, command));
    RecoveryCase after = fold(settled, decision.events(), events);
    return new Answer(remember(after, asksFor(settled, command), decision), events, decision);
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
      RecoveryCommand reached = new DeadlineReached(due.get(), until);
      String waiting = asksFor(settled, reached);
      Decision lapse = decide(settled, reached);
      settled = remember(fold(settled, lapse.events(), events), waiting, lapse);
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
      case OfMatter c -> byStaff(state, c).orElseGet(() -> matter.decide(state, c));
      case OfCare c -> whileOpen(state, c, open -> care.decide(state, open, c));
      case OfPromises c -> whileOpen(state, c, open -> promises.decide(state, open, c));
      case OfRemedies c ->
          whileOpen(
              state,
              c,
              open -> remedies.decide(state, open, c, rosters.apply(open.facts().place())));
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
      case BUDGET -> budgets.silent(state, open, c);
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
      case Course.Merged(_, var into, _) -> Decision.refused(new Code.MergedInto(into));
    };
  }

  /** Whether this person may not; empty if the case is not there yet or the person may. */
  private static Optional<Decision> byStaff(RecoveryCase state, RecoveryCommand command) {
    Course.Open open =
        switch (state.course()) {
          case Course.NotOpened _ -> null;
          case Course.Open o -> o;
          case Course.Closed(var was, _) -> was;
          case Course.Merged(var was, _, _) -> was;
        };
    if (open == null) {
      return Optional.empty();
    }
    Asked asked = command.asked();
    if (!asked.holdsFor(open.facts().place().propertyId().value())) {
      return Optional.of(Decision.refused(new Code.NotThisProperty()));
    }
    if (!isForRole(state, open, asked)) {
      return Optional.of(
          new Decision.Refused(List.of(new Code.NotThisRole(asked.as())), open.policy().seenBy()));
    }
    return STAFF.contains(asked.as()) || asked.as() == Role.SYSTEM
        ? Optional.empty()
        : Optional.of(new Decision.Refused(List.of(new Code.NotThisRole(asked.as())), STAFF));
  }

  /** What is for few eyes is for them, and for whoever was called to it. */
  private static boolean isForRole(RecoveryCase state, Course.Open open, Asked asked) {
    Set<Role> seenBy = open.policy().seenBy();
    return seenBy.isEmpty()
        || asked.as() == Role.SYSTEM
        || seenBy.contains(asked.as())
        || Stream.concat(state.ladder().told().stream(), state.ladder().steps().stream())
            .filter(step -> !step.at().isAfter(asked.at()))
            .anyMatch(step -> step.role() == asked.as());
  }

  /** A repeat gets the same answer; of one that still waits for its answer, later. */
  private static Optional<Decision> answeredBefore(RecoveryCase state, RecoveryCommand command) {
    String id = command.asked().commandId();
    if (id == null) {
      return Optional.empty();
    }
    return state.lastCommands().stream()
        .filter(known -> known.commandId().equals(id))
        .findFirst()
        .<Decision>map(known -> new AnsweredBefore(known.answer()))
        .or(() -> stillWaiting(state, id));
  }

  private static Optional<Decision> stillWaiting(RecoveryCase state, String commandId) {
    return state
        .remedies()
        .waiting()
        .map(Remedy::hold)
        .filter(hold -> hold != null && commandId.equals(hold.commandId()))
        .findFirst()
        .map(_ -> new Decision.Waits(List.of()));
  }

  /** Which command is answered by what is decided now; null: none. */
  private static @Nullable String asksFor(RecoveryCase state, RecoveryCommand command) {
    return switch (command) {
      case BudgetAnswered c ->
          state
              .remedies()
              .waiting()
              .map(Remedy::hold)
              .filter(hold -> hold != null && hold.id().equals(c.reservation()))
              .findFirst()
              .map(Hold::commandId)
              .orElse(null);
      case DeadlineReached c when c.deadline().kind() == Deadline.Kind.BUDGET ->
          BudgetDecider.waitingFor(state, c.deadline())
              .map(Remedy::hold)
              .map(Hold::commandId)
              .orElse(null);
      default -> command.asked().commandId();
    };
  }

  /**
   * An answer "try again" is not remembered: the next try deserves its own. Nor is one by a number
   * that only leads to a case: it is always the same.
   */
  private static RecoveryCase remember(
      RecoveryCase state, @Nullable String commandId, Decision decision) {
    boolean answered = !(decision instanceof Decision.Waits || decision instanceof AnsweredBefore);
    boolean onlyLeads = state.course() instanceof Course.Merged(var was, _, _) && was == null;
    return commandId == null || state.of() == null || onlyLeads || !answered
        ? state
        : state.remembering(new CommandMemory(commandId, Answers.of(decision)));
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
        RemedyHistory.evolve(state.remedies(), event),
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
