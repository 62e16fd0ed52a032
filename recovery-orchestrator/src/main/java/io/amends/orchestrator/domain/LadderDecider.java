package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.AlertStep.Cause;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.AlertHeld;
import io.amends.contracts.recovery.RecoveryEvent.AlertWithheld;
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
import io.amends.contracts.recovery.RecoveryEvent.ClocksPaused;
import io.amends.contracts.recovery.RecoveryEvent.ClocksResumed;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
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
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The rules of who is alerted: one cause speaks at a time, each rung once, and what comes late is
 * told once, to the highest level that was reached.
 */
final class LadderDecider {

  /**
   * Later than this after its hour an alert is late (ours: more than the machinery ever takes, less
   * than the steps of any ladder).
   */
  static final Duration ON_TIME = Duration.ofMinutes(3);

  private final Duty.Rosters rosters;

  LadderDecider(Duty.Rosters rosters) {
    this.rosters = rosters;
  }

  /** Tells all rungs that were reached by the time up to which everything is known. */
  Decision decide(RecoveryCase state, Course.Open open, DeadlineReached command) {
    Instant now = command.readUpTo();
    Map<Boolean, List<AlertStep>> reached =
        state.ladder().steps().stream()
            .filter(step -> !step.at().isAfter(now))
            .collect(Collectors.partitioningBy(step -> speaks(state.care(), open, step)));
    List<AlertStep> speaking = reached.getOrDefault(true, List.of());
    List<AlertStep> silent = reached.getOrDefault(false, List.of());
    if (speaking.isEmpty() && silent.isEmpty()) {
      return new Moot(Why.PROMISE_NOT_RUNNING);
    }
    Asked clock = command.asked();
    Telling telling = new Telling(state, open, clock, rosters.apply(open.facts().place()), now);
    List<RecoveryEvent> events = new ArrayList<>();
    if (speaking.stream().anyMatch(step -> step.at().plus(ON_TIME).isBefore(now))) {
      events.add(telling.late(speaking));
    } else {
      events.addAll(telling.each(speaking));
    }
    if (!silent.isEmpty()) {
      events.add(new AlertWithheld(state.stampFor(clock, events.size()), silent));
    }
    return new Decision.Done(events);
  }

  /** While nobody has acknowledged, only that speaks; a dearer tier still names its owner. */
  private static boolean speaks(Care care, Course.Open open, AlertStep step) {
    return switch (step.cause()) {
      case NOBODY_HAS_ACKNOWLEDGED,
          OWNER_NAMED,
          DOUBLE_DEVIATION,
          PAUSE_ENDED,
          APPROVAL_ASKED,
          REMEDY_DECLINED ->
          true;
      case PROMISE_BROKEN -> care.has(Care.Step.ACKNOWLEDGED) || !open.now().inHouse();
    };
  }

  /** Folds one event into the part: a rung goes when it was told, or when its cause is gone. */
  Ladder evolve(Ladder part, RecoveryEvent event) {
    return switch (event) {
      case CaseOpened e -> new Ladder(e.ladder(), List.of());
      case CaseReopened e -> new Ladder(e.ladder(), List.of());
      case SituationChanged e -> new Ladder(e.ladder(), part.told());
      case PolicySwitched e -> new Ladder(e.ladder(), part.told());
      case ReportJoined e -> new Ladder(e.ladder(), part.told());
      case DoubleDeviationFound e -> part.with(e.ladder());
      case PromiseBroken e -> part.with(e.ladder());
      case ClocksResumed e -> part.with(e.ladder());
      case TierEntered e -> part.with(Objects.requireNonNull(e.ladder()));
      case StaffAlerted e -> part.tell(e.reasons());
      case AlertWithheld e -> part.tell(e.steps());
      case AlertHeld e -> part.hold(e.steps(), e.until());
      case ComplaintAcknowledged _ ->
          part.without(
              step ->
                  step.cause() == Cause.NOBODY_HAS_ACKNOWLEDGED
                      || step.clock() == Clock.ACKNOWLEDGE);
      case GuestUpdated _ -> kept(part, Clock.NEXT_UPDATE);
      case ApologyMade _ -> kept(part, Clock.APOLOGISE);
      case FixDone _ ->
          kept(
              part, Clock.FIX, Clock.BEFORE_DEPARTURE, Clock.NEXT_UPDATE, Clock.DEPARTMENT_ACCEPTS);
      case HandOverAccepted _ -> kept(part, Clock.DEPARTMENT_ACCEPTS);
      case AnsweredPublicly _ -> kept(part, Clock.FIRST_PUBLIC_ANSWER);
      case AuthorityAnswered _ -> kept(part, Clock.AUTHORITY_ANSWER);
      case RemedyReached _, RemedyTakenBack _ -> kept(part, Clock.REMEDY_REACHES_GUEST);
      case ApprovalAsked e -> kept(part, Clock.APPROVAL).with(e.ladder());
      case RemedyGranted e -> e.remedy().approval() == null ? part : kept(part, Clock.APPROVAL);
      case RemedyDeclined e -> kept(part, Clock.APPROVAL).with(e.ladder());
      case DelayEnded _ -> part.without(LadderDecider::isAboutDelay);
      case CaseClosed _, CaseMerged _ -> Ladder.NONE;
      case DuplicateSuggested _,
          HandedOver _,
          MadeGood _,
          RootCauseFound _,
          PreventionLinked _,
          FollowUpAnswered _,
          FollowUpExpired _,
          FollowUpDue _,
          PromiseWarned _,
          ClocksPaused _,
          RemedyRequested _,
          BudgetAsked _,
          BudgetRefused _,
          RemedyApproved _,
          OwnApprovalRefused _ ->
          part;
    };
  }

  private static Ladder kept(Ladder part, Clock... clocks) {
    return part.without(step -> step.clock() != null && List.of(clocks).contains(step.clock()));
  }

  /** What is fixed and apologised for needs no new owner. */
  private static boolean isAboutDelay(AlertStep step) {
    return step.cause() == Cause.NOBODY_HAS_ACKNOWLEDGED || step.cause() == Cause.OWNER_NAMED;
  }
}
