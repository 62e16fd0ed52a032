package io.amends.orchestrator.domain;

import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.ClockState.Result;
import io.amends.contracts.recovery.Due;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.AlertHeld;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells rungs that were reached to whoever is on duty; one alert to each role. */
record Telling(RecoveryCase state, Course.Open open, Asked clock, Duty duty, Instant now) {

  /** In time, each role for itself. */
  List<RecoveryEvent> each(List<AlertStep> reached) {
    Map<Role, List<AlertStep>> byRole = byRole(reached);
    Map<Duty.Reach.Told, List<AlertStep>> told = new java.util.LinkedHashMap<>();
    List<RecoveryEvent> events = new ArrayList<>();
    byRole.forEach(
        (role, steps) -> {
          switch (duty.reach(role, now, wait(steps))) {
            case Duty.Reach.Told whom ->
                told.computeIfAbsent(whom, _ -> new ArrayList<>()).addAll(steps);
            case Duty.Reach.Held(var until) ->
                events.add(new AlertHeld(state.stampFor(clock, events.size()), role, steps, until));
          }
        });
    told.forEach(
        (whom, steps) ->
            events.add(
                new StaffAlerted(
                    state.stampFor(at(steps), events.size()),
                    whom.role(),
                    steps,
                    false,
                    answerBy(),
                    whom.people(),
                    null)));
    return events;
  }

  /**
   * After an outage, or for a complaint that came late: one alert, to the highest level reached,
   * which does not wait.
   */
  StaffAlerted late(List<AlertStep> reached) {
    Role highest =
        reached.stream()
            .map(AlertStep::role)
            .max(Comparator.naturalOrder())
            .orElse(Role.FRONT_LINE);
    Duty.Reach.Told whom =
        duty.reach(highest, now, Duration.ZERO) instanceof Duty.Reach.Told found
            ? found
            : new Duty.Reach.Told(highest, List.of());
    Asked nowAsked = new Asked(clock.of(), null, clock.by(), clock.as(), clock.properties(), now);
    return new StaffAlerted(
        state.stampFor(nowAsked),
        whom.role(),
        reached,
        true,
        answerBy(),
        whom.people(),
        lateSince(reached));
  }

  /** Never before the hour of what is told, whichever deadline was heard first. */
  private Asked at(List<AlertStep> steps) {
    Instant last =
        steps.stream().map(AlertStep::at).max(Comparator.naturalOrder()).orElse(clock.at());
    Instant hour = last.isAfter(clock.at()) ? last : clock.at();
    return new Asked(clock.of(), null, clock.by(), clock.as(), clock.properties(), hour);
  }

  /** What waited once waits no more; at night what is critical goes to whoever is there. */
  private Duration wait(List<AlertStep> steps) {
    boolean waited = steps.stream().anyMatch(AlertStep::held);
    boolean urgent = open.now().severity() == Severity.CRITICAL && LadderPlan.isNight(open, now);
    return waited || urgent ? Duration.ZERO : open.policy().holdAtMost();
  }

  private static Map<Role, List<AlertStep>> byRole(List<AlertStep> steps) {
    return steps.stream()
        .collect(Collectors.groupingBy(AlertStep::role, TreeMap::new, Collectors.toList()));
  }

  /** The promise that runs out next. */
  private @Nullable Due answerBy() {
    return state
        .promises()
        .running()
        .filter(promise -> promise.clock().isPromise())
        .flatMap(
            promise -> Stream.ofNullable(promise.dueAt()).map(at -> new Due(promise.clock(), at)))
        .min(Comparator.comparing(Due::at))
        .orElse(null);
  }

  /** The hour of the first promise of this cycle that is still broken, else of the first rung. */
  private Instant lateSince(List<AlertStep> reached) {
    return state.promises().clocks().stream()
        .filter(promise -> promise.cycle() == open.now().cycle())
        .filter(promise -> promise.result() == Result.BREACHED && isStillBroken(promise.clock()))
        .map(ClockState::dueAt)
        .flatMap(Stream::ofNullable)
        .min(Comparator.naturalOrder())
        .orElseGet(
            () -> reached.stream().map(AlertStep::at).min(Comparator.naturalOrder()).orElse(now));
  }

  private boolean isStillBroken(Clock promise) {
    return switch (promise) {
      case ACKNOWLEDGE -> !state.care().has(Care.Step.ACKNOWLEDGED);
      case APOLOGISE -> !state.care().has(Care.Step.APOLOGISED);
      case FIX, BEFORE_DEPARTURE, NEXT_UPDATE -> !state.care().has(Care.Step.FIXED);
      default -> true;
    };
  }
}
