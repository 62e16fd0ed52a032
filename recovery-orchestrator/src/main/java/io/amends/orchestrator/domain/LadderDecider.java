package io.amends.orchestrator.domain;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.AlertStep.Cause;
import io.amends.contracts.recovery.CaseSnapshot.ClockState;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.AlertWithheld;
import io.amends.contracts.recovery.RecoveryEvent.ApologyMade;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.DelayEnded;
import io.amends.contracts.recovery.RecoveryEvent.FixDone;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpAnswered;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.OfRemedies;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.RootCauseFound;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    List<RecoveryEvent> events = new ArrayList<>();
    if (speaking.stream().anyMatch(step -> step.at().plus(ON_TIME).isBefore(now))) {
      events.add(toldLate(state, clock, speaking, now));
    } else {
      byRole(speaking)
          .forEach((role, steps) -> events.add(told(state, clock, events.size(), role, steps)));
    }
    if (!silent.isEmpty()) {
      events.add(new AlertWithheld(state.stampFor(clock, events.size()), silent));
    }
    return new Decision.Done(events);
  }

  /** While nobody has acknowledged, only that speaks; a dearer tier still names its owner. */
  private static boolean speaks(Care care, Course.Open open, AlertStep step) {
    return switch (step.cause()) {
      case NOBODY_HAS_ACKNOWLEDGED, OWNER_NAMED -> true;
      case PROMISE_BROKEN -> care.acknowledgedAt() != null || !open.facts().inHouse();
    };
  }

  private static Map<Role, List<AlertStep>> byRole(List<AlertStep> steps) {
    return steps.stream()
        .collect(Collectors.groupingBy(AlertStep::role, TreeMap::new, Collectors.toList()));
  }

  private static StaffAlerted told(
      RecoveryCase state, Asked clock, int eventsBefore, Role role, List<AlertStep> reasons) {
    return new StaffAlerted(
        state.stampFor(clock, eventsBefore), role, reasons, false, answerBy(state));
  }

  /**
   * After an outage, or for a complaint that came late: one alert, to the highest level reached.
   */
  private static StaffAlerted toldLate(
      RecoveryCase state, Asked clock, List<AlertStep> reasons, Instant now) {
    Role highest =
        reasons.stream().map(AlertStep::role).reduce(Role.FRONT_LINE, LadderDecider::higher);
    Asked nowAsked = new Asked(clock.of(), null, clock.by(), clock.as(), clock.properties(), now);
    return new StaffAlerted(state.stampFor(nowAsked), highest, reasons, true, answerBy(state));
  }

  private static Role higher(Role one, Role other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static @Nullable Promise answerBy(RecoveryCase state) {
    return state
        .promises()
        .running()
        .filter(clock -> clock.clock() != Clock.CHECK_BACK)
        .min(Comparator.comparing(ClockState::dueAt))
        .map(clock -> new Promise(clock.clock(), clock.dueAt()))
        .orElse(null);
  }

  /** Folds one event into the part: a rung goes when it was told, or when its cause is gone. */
  Ladder evolve(Ladder part, RecoveryEvent event) {
    return switch (event) {
      case CaseOpened e -> new Ladder(e.ladder());
      case PromiseBroken e -> part.with(e.ladder());
      case TierEntered e ->
          part.with(
              List.of(new AlertStep(Cause.OWNER_NAMED, null, e.tier().owner(), e.tier().from())));
      case StaffAlerted e -> part.without(e.reasons());
      case AlertWithheld e -> part.without(e.steps());
      case ComplaintAcknowledged _ ->
          settled(part, Cause.NOBODY_HAS_ACKNOWLEDGED, Clock.ACKNOWLEDGE);
      case ApologyMade _ -> settled(part, Cause.PROMISE_BROKEN, Clock.APOLOGISE);
      case FixDone _ -> settled(part, Cause.PROMISE_BROKEN, Clock.FIX);
      case DelayEnded _, CaseClosed _ -> Ladder.NONE;
      case MadeGood _, RootCauseFound _, FollowUpAnswered _, FollowUpDue _, OfRemedies _ -> part;
    };
  }

  private static Ladder settled(Ladder part, Cause cause, Clock clock) {
    return part.without(
        part.steps().stream()
            .filter(step -> step.cause() == cause || step.clock() == clock)
            .filter(step -> step.cause() != Cause.PROMISE_BROKEN || step.clock() == clock)
            .toList());
  }
}
