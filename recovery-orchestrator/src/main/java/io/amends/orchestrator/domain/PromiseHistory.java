package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.ClockState.Result;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.AnsweredPublicly;
import io.amends.contracts.recovery.RecoveryEvent.ApologyMade;
import io.amends.contracts.recovery.RecoveryEvent.ApprovalAsked;
import io.amends.contracts.recovery.RecoveryEvent.AuthorityAnswered;
import io.amends.contracts.recovery.RecoveryEvent.BudgetAsked;
import io.amends.contracts.recovery.RecoveryEvent.BudgetRefused;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseMerged;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.Change;
import io.amends.contracts.recovery.RecoveryEvent.ClocksPaused;
import io.amends.contracts.recovery.RecoveryEvent.ClocksResumed;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.Declined;
import io.amends.contracts.recovery.RecoveryEvent.DelayEnded;
import io.amends.contracts.recovery.RecoveryEvent.DoubleDeviationFound;
import io.amends.contracts.recovery.RecoveryEvent.DuplicateSuggested;
import io.amends.contracts.recovery.RecoveryEvent.FixDone;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpAnswered;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpExpired;
import io.amends.contracts.recovery.RecoveryEvent.GuestUpdated;
import io.amends.contracts.recovery.RecoveryEvent.HandOverAccepted;
import io.amends.contracts.recovery.RecoveryEvent.HandedOver;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.OfCost;
import io.amends.contracts.recovery.RecoveryEvent.OfLadder;
import io.amends.contracts.recovery.RecoveryEvent.OwnApprovalRefused;
import io.amends.contracts.recovery.RecoveryEvent.PolicySwitched;
import io.amends.contracts.recovery.RecoveryEvent.PreventionLinked;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.PromiseWarned;
import io.amends.contracts.recovery.RecoveryEvent.RemedyApproved;
import io.amends.contracts.recovery.RecoveryEvent.RemedyDeclined;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.RemedyReached;
import io.amends.contracts.recovery.RecoveryEvent.RemedyRequested;
import io.amends.contracts.recovery.RecoveryEvent.RemedyTakenBack;
import io.amends.contracts.recovery.RecoveryEvent.ReportJoined;
import io.amends.contracts.recovery.RecoveryEvent.RootCauseFound;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.contracts.recovery.Remedy;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds what happened into what was promised: which clocks began, ended, stand still. */
final class PromiseHistory {

  private PromiseHistory() {}

  static Promises evolve(Promises part, RecoveryEvent event) {
    Instant at = event.stamp().occurredAt();
    return switch (event) {
      case CaseOpened e -> part.with(e.promises(), 1);
      case CaseReopened e -> again(part, at).with(e.promises(), e.now().cycle());
      case CaseClosed _ -> part.cancelled(at);
      case SituationChanged e -> changed(part, e, at);
      case ReportJoined e -> part.with(e.moved(), cycle(part));
      case PolicySwitched e -> part.with(e.moved(), cycle(part));
      case CaseMerged _ -> part.cancelled(at);
      case HandedOver e ->
          begun(part.ended(Clock.DEPARTMENT_ACCEPTS, Result.CANCELLED, at), e.accept());
      case HandOverAccepted _ -> part.ended(Clock.DEPARTMENT_ACCEPTS, Result.MET, at);

      case ComplaintAcknowledged e ->
          begun(part.ended(Clock.ACKNOWLEDGE, Result.MET, at), e.update());
      case GuestUpdated e -> begun(part.ended(Clock.NEXT_UPDATE, Result.MET, at), e.update());
      case ApologyMade _ -> part.ended(Clock.APOLOGISE, Result.MET, at);
      case FixDone e -> begun(fixed(part, at), e.asking());
      case AnsweredPublicly _ ->
          part.ended(Clock.FIRST_PUBLIC_ANSWER, Result.MET, at)
              .ended(Clock.PUBLIC_UNANSWERED, Result.CANCELLED, at);
      case AuthorityAnswered _ -> part.ended(Clock.AUTHORITY_ANSWER, Result.MET, at);
      case FollowUpDue e -> begun(part.ended(e.asked(), Result.MET, at), e.answer());
      case FollowUpAnswered _ ->
          part.ended(Clock.CHECK_BACK, Result.MET, at)
              .ended(Clock.FOLLOW_UP_ANSWER, Result.MET, at);
      case FollowUpExpired _ -> part.ended(Clock.FOLLOW_UP_ANSWER, Result.MET, at);

      case PromiseWarned e -> part.warned(e.clock(), e.number(), e.warning());
      case PromiseBroken e -> part.ended(e.clock(), e.number(), Result.BREACHED, at);
      case ClocksPaused e -> part.paused(e.pause());
      case ClocksResumed e -> part.resumed(e.reason(), at);
      case ApprovalAsked e -> begun(answered(part, e.instead(), Result.CANCELLED, at), e.answer());
      case RemedyGranted e ->
          begun(answered(part, approvalOf(e.remedy()), Result.MET, at), e.reaches());
      case RemedyDeclined e ->
          answered(
              part, e.clock(), e.why() == Declined.REFUSED ? Result.MET : Result.CANCELLED, at);
      case RemedyTakenBack e ->
          part.ended(Clock.REMEDY_REACHES_GUEST, e.number(), Result.CANCELLED, at);
      case RemedyReached e -> part.ended(Clock.REMEDY_REACHES_GUEST, e.number(), Result.MET, at);

      case DuplicateSuggested _,
          DoubleDeviationFound _,
          DelayEnded _,
          MadeGood _,
          RootCauseFound _,
          PreventionLinked _,
          RemedyRequested _,
          BudgetAsked _,
          BudgetRefused _,
          RemedyApproved _,
          OwnApprovalRefused _,
          OfCost _,
          OfLadder _ ->
          part;
    };
  }

  /** Somebody has said yes or no, or nobody needs to any more. */
  private static Promises answered(
      Promises part, @Nullable Integer number, Result result, Instant at) {
    return number == null ? part : part.ended(Clock.APPROVAL, number, result, at);
  }

  private static @Nullable Integer approvalOf(Remedy remedy) {
    Remedy.Approval approval = remedy.approval();
    return approval == null ? null : approval.clock();
  }

  private static Promises changed(Promises part, SituationChanged event, Instant at) {
    Promises left =
        event.why() == Change.UNANSWERED_IN_PUBLIC
            ? part.ended(Clock.PUBLIC_UNANSWERED, Result.MET, at)
            : part;
    return left.with(event.moved(), cycle(left));
  }

  /** All begins anew but what was granted, and what others were promised. */
  private static Promises again(Promises part, Instant at) {
    Promises left = part;
    for (Clock clock :
        EnumSet.complementOf(
            EnumSet.of(
                Clock.REMEDY_REACHES_GUEST,
                Clock.APPROVAL,
                Clock.FIRST_PUBLIC_ANSWER,
                Clock.PUBLIC_UNANSWERED,
                Clock.AUTHORITY_ANSWER))) {
      left = left.ended(clock, Result.CANCELLED, at);
    }
    return left;
  }

  /** What is fixed is good before the guest leaves, and needs no word how it goes. */
  private static Promises fixed(Promises part, Instant at) {
    Promises left = part;
    for (Clock clock :
        List.of(Clock.FIX, Clock.BEFORE_DEPARTURE, Clock.NEXT_UPDATE, Clock.DEPARTMENT_ACCEPTS)) {
      left = left.ended(clock, Result.MET, at);
    }
    return left;
  }

  private static Promises begun(Promises part, @Nullable Promise promise) {
    return promise == null ? part : part.with(promise, cycle(part));
  }

  private static int cycle(Promises part) {
    return part.clocks().stream().mapToInt(ClockState::cycle).max().orElse(1);
  }
}
