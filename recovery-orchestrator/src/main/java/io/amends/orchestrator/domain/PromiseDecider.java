package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CaseSnapshot.ClockState;
import io.amends.contracts.recovery.CaseSnapshot.ClockState.Result;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.ApologyMade;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.DelayEnded;
import io.amends.contracts.recovery.RecoveryEvent.FixDone;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpAnswered;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.OfCost;
import io.amends.contracts.recovery.RecoveryEvent.OfLadder;
import io.amends.contracts.recovery.RecoveryEvent.OfRemedies;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.RootCauseFound;
import io.amends.contracts.recovery.Stamp;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import java.time.Instant;
import java.util.List;

/** The rules of what becomes of a promise when its hour comes. */
final class PromiseDecider {

  /** Only the promise that runs until that very hour is concerned. */
  Decision decide(RecoveryCase state, Course.Open open, DeadlineReached command) {
    Clock clock = Clock.valueOf(command.deadline().detail());
    boolean runs =
        state
            .promises()
            .running(clock)
            .map(ClockState::dueAt)
            .filter(command.deadline().dueAt()::equals)
            .isPresent();
    if (!runs) {
      return new Moot(Why.PROMISE_NOT_RUNNING);
    }
    Stamp stamp = state.stampFor(command.asked());
    return switch (clock) {
      case CHECK_BACK -> askBack(state, open, command);
      case ACKNOWLEDGE, APOLOGISE, FIX ->
          done(new PromiseBroken(stamp, clock, ladder(state, open.policy(), clock, stamp)));
    };
  }

  /** Asking back without having given anything: then that was it, and the guest says whether. */
  private static Decision askBack(RecoveryCase state, Course.Open open, DeadlineReached command) {
    FollowUpDue due = new FollowUpDue(state.stampFor(command.asked()));
    Instant ended = state.care().delayEndedAt();
    return ended != null && state.care().madeGoodAt() == null
        ? done(due, MakingGood.event(state, open, command.asked(), ended, 1))
        : done(due);
  }

  /** Who is alerted, counted from the hour at which it broke; the owner is the one of that hour. */
  private static List<AlertStep> ladder(
      RecoveryCase state, CasePolicy policy, Clock clock, Stamp stamp) {
    List<CasePolicy.Rung> rungs =
        switch (clock) {
          case ACKNOWLEDGE -> policy.acknowledgeIsLate();
          case APOLOGISE -> policy.apologyIsLate();
          case FIX -> policy.fixIsLate();
          case CHECK_BACK -> List.of();
        };
    Role owner = state.cost().current().owner();
    return rungs.stream()
        .map(
            rung ->
                new AlertStep(
                    AlertStep.Cause.PROMISE_BROKEN,
                    clock,
                    rung.ownerInstead() ? owner : rung.role(),
                    stamp.occurredAt().plus(rung.after())))
        .toList();
  }

  /** Folds one event into the part. */
  Promises evolve(Promises part, RecoveryEvent event) {
    Instant at = event.stamp().occurredAt();
    return switch (event) {
      case CaseOpened e -> opened(e);
      case ComplaintAcknowledged _ -> part.ended(Clock.ACKNOWLEDGE, Result.MET, at);
      case ApologyMade _ -> part.ended(Clock.APOLOGISE, Result.MET, at);
      case FixDone e ->
          part.ended(Clock.FIX, Result.MET, at)
              .with(new Promise(Clock.CHECK_BACK, e.checkBackBy()));
      case FollowUpDue _, FollowUpAnswered _ -> part.ended(Clock.CHECK_BACK, Result.MET, at);
      case PromiseBroken e -> part.ended(e.clock(), Result.BREACHED, at);
      case CaseClosed _ -> part.cancelled(at);
      case DelayEnded _, MadeGood _, RootCauseFound _, OfCost _, OfLadder _, OfRemedies _ -> part;
    };
  }

  private static Promises opened(CaseOpened event) {
    Promises promises = Promises.NONE;
    for (Promise promise : event.promises()) {
      promises = promises.with(promise);
    }
    return promises;
  }
}
