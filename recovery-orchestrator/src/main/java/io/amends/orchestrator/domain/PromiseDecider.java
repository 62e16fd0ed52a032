package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.AlertStep.Cause;
import io.amends.contracts.recovery.CaseSnapshot.Followed;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.DoubleDeviation;
import io.amends.contracts.recovery.PauseState;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.ClocksPaused;
import io.amends.contracts.recovery.RecoveryEvent.ClocksResumed;
import io.amends.contracts.recovery.RecoveryEvent.DoubleDeviationFound;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpExpired;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.PromiseWarned;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Situation;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import io.amends.orchestrator.domain.RecoveryCommand.OfPromises;
import io.amends.orchestrator.domain.RecoveryCommand.PauseClocks;
import io.amends.orchestrator.domain.RecoveryCommand.ResumeClocks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of what becomes of a promise when its hour comes, and of what may keep it waiting. */
final class PromiseDecider {

  private static final Decision NOT_RUNNING = new Moot(Why.PROMISE_NOT_RUNNING);

  Decision decide(RecoveryCase state, Course.Open open, OfPromises command) {
    return switch (command) {
      case PauseClocks c -> pause(state, open, c);
      case ResumeClocks c ->
          state.promises().pause(c.reason()).isPresent()
              ? done(new ClocksResumed(state.stampFor(c.asked()), c.reason(), List.of()))
              : new Moot(Why.ALREADY_DONE);
    };
  }

  private static Decision pause(RecoveryCase state, Course.Open open, PauseClocks c) {
    Set<Clock> clocks = open.policy().pauses().get(c.reason());
    if (clocks == null) {
      return Decision.refused(new Code.UnknownReason(c.reason(), open.policy().pauses().keySet()));
    }
    if (state.promises().pause(c.reason()).isPresent()) {
      return new Moot(Why.ALREADY_DONE);
    }
    Instant until = c.asked().at().plus(open.policy().pauseLimit()).truncatedTo(ChronoUnit.MILLIS);
    return done(
        new ClocksPaused(
            state.stampFor(c.asked()), new PauseState(c.reason(), clocks, c.asked().at(), until)));
  }

  /** The pause that lasts until that very hour has lasted as long as one may. */
  Decision pauseEnds(RecoveryCase state, Course.Open open, DeadlineReached command) {
    return state
        .promises()
        .pause(command.deadline().detail())
        .filter(pause -> pause.until().equals(command.deadline().dueAt()))
        .<Decision>map(
            pause ->
                done(
                    new ClocksResumed(
                        state.stampFor(command.asked()),
                        pause.reason(),
                        List.of(
                            LadderPlan.one(
                                open,
                                Cause.PAUSE_ENDED,
                                state.cost().current().owner(),
                                pause.until())))))
        .orElse(NOT_RUNNING);
  }

  /** Of several warnings that were reached, the last is given. */
  Decision warn(RecoveryCase state, Course.Open open, DeadlineReached command) {
    Optional<Warnings.Pending> reached =
        Warnings.pending(state, open)
            .filter(w -> w.detail().equals(command.deadline().detail()))
            .filter(w -> w.at().equals(command.deadline().dueAt()))
            .findFirst();
    return reached
        .flatMap(
            first ->
                Warnings.pending(state, open)
                    .filter(w -> w.clock().equals(first.clock()))
                    .filter(w -> !w.at().isAfter(command.readUpTo()))
                    .max(Comparator.comparing(Warnings.Pending::at)))
        .<Decision>map(last -> done(warned(state, last, command)))
        .orElse(NOT_RUNNING);
  }

  private static PromiseWarned warned(
      RecoveryCase state, Warnings.Pending warning, DeadlineReached command) {
    ClockState clock = warning.clock();
    return new PromiseWarned(
        state.stampFor(command.asked()),
        clock.clock(),
        clock.number(),
        warning.warning().text(),
        java.util.Objects.requireNonNull(clock.dueAt()),
        owner(state, clock));
  }

  /** Whose promise it is: of an approval, whoever was asked for it. */
  private static Role owner(RecoveryCase state, ClockState clock) {
    Role owner = state.cost().current().owner();
    return clock.clock() != Clock.APPROVAL
        ? owner
        : state
            .remedies()
            .pending()
            .map(Remedy::approval)
            .filter(asked -> asked != null && asked.clock() == clock.number())
            .findFirst()
            .map(Remedy.Approval::of)
            .orElse(owner);
  }

  /** Only the promise that runs until that very hour is concerned. */
  Decision promiseEnds(RecoveryCase state, Course.Open open, DeadlineReached command) {
    return state
        .promises()
        .running()
        .filter(clock -> Deadlines.detail(clock).equals(command.deadline().detail()))
        .filter(clock -> command.deadline().dueAt().equals(clock.dueAt()))
        .findFirst()
        .map(clock -> ends(state, open, clock, command.asked()))
        .orElse(NOT_RUNNING);
  }

  private static Decision ends(
      RecoveryCase state, Course.Open open, ClockState clock, Asked asked) {
    return switch (clock.clock()) {
      case ACKNOWLEDGE,
          APOLOGISE,
          FIX,
          BEFORE_DEPARTURE,
          NEXT_UPDATE,
          DEPARTMENT_ACCEPTS,
          FIRST_PUBLIC_ANSWER,
          AUTHORITY_ANSWER ->
          done(broken(state, open, clock, asked));
      case APPROVAL -> ApprovalDecider.unanswered(state, open, clock, asked);
      case REMEDY_REACHES_GUEST ->
          done(broken(state, open, clock, asked), failedAgain(state, open, asked));
      case CHECK_BACK, FOLLOW_UP -> askBack(state, open, clock, asked);
      case FOLLOW_UP_ANSWER ->
          withMadeGood(state, open, asked, new FollowUpExpired(state.stampFor(asked)));
      case PUBLIC_UNANSWERED -> done(SituationChange.worse(state, open, asked));
    };
  }

  private static PromiseBroken broken(
      RecoveryCase state, Course.Open open, ClockState clock, Asked asked) {
    return new PromiseBroken(
        state.stampFor(asked),
        clock.clock(),
        clock.number(),
        LadderPlan.broken(open, clock.clock(), asked.at(), state.cost().current().owner()));
  }

  /** What was granted to make good has not come: a failure on top of the failure. */
  private static DoubleDeviationFound failedAgain(
      RecoveryCase state, Course.Open open, Asked asked) {
    Situation now = open.now().with(DoubleDeviation.PROMISE_BROKEN);
    return new DoubleDeviationFound(
        state.stampFor(asked, 1),
        DoubleDeviation.PROMISE_BROKEN,
        now,
        List.of(
            LadderPlan.one(
                open,
                Cause.DOUBLE_DEVIATION,
                LadderPlan.oneUp(state.cost().current().owner()),
                asked.at())));
  }

  private static Decision askBack(
      RecoveryCase state, Course.Open open, ClockState clock, Asked asked) {
    boolean waits =
        state.care().followed() != Followed.NOT_YET
            || state.promises().running(Clock.FOLLOW_UP_ANSWER).isPresent();
    Promise answer = waits ? null : PromisePlan.of(state, open).answer(asked.at());
    return withMadeGood(
        state, open, asked, new FollowUpDue(state.stampFor(asked), clock.clock(), answer));
  }

  private static Decision withMadeGood(
      RecoveryCase state, Course.Open open, Asked asked, RecoveryEvent event) {
    List<RecoveryEvent> events = new ArrayList<>(List.of(event));
    MakingGood.onceAsked(state, open, asked, 1).ifPresent(events::add);
    return new Decision.Done(events);
  }
}
