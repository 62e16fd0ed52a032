package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.time.clock.ServiceClock;
import io.amends.contracts.time.clock.Warning;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which warnings are still to be given. While nobody has the case, the ladder speaks and no warning
 * does; one whose hour passed meanwhile is not made up for.
 */
final class Warnings {

  private Warnings() {}

  /**
   * A warning to come.
   *
   * @param at in whole milliseconds, as the index of deadlines tells them apart
   */
  record Pending(ClockState clock, Warning warning, Instant at) {

    String detail() {
      return Deadlines.detail(clock) + ':' + warning.text();
    }
  }

  static Stream<Pending> pending(RecoveryCase state, Course.Open open) {
    Instant acknowledged = state.care().at(Care.Step.ACKNOWLEDGED);
    if (acknowledged == null && open.now().inHouse()) {
      return Stream.empty();
    }
    return state
        .promises()
        .running()
        .filter(clock -> clock.clock().isPromise())
        .flatMap(clock -> pending(clock, open.policy(), acknowledged));
  }

  private static Stream<Pending> pending(
      ClockState clock, CasePolicy policy, @Nullable Instant acknowledged) {
    Instant start = clock.time().start();
    Instant after = acknowledged == null || acknowledged.isBefore(start) ? start : acknowledged;
    Instant given =
        clock.warned().stream()
            .map(text -> at(clock.time(), Warning.of(text)))
            .filter(at -> at != null && at.isAfter(after))
            .max(Instant::compareTo)
            .orElse(after);
    return of(clock.clock(), policy).stream()
        .flatMap(warning -> Stream.ofNullable(pending(clock, warning, given)));
  }

  private static @Nullable Pending pending(ClockState clock, Warning warning, Instant given) {
    Instant at = at(clock.time(), warning);
    Instant dueAt = clock.dueAt();
    return at == null || dueAt == null || !at.isAfter(given) || !at.isBefore(dueAt)
        ? null
        : new Pending(clock, warning, at);
  }

  private static @Nullable Instant at(ServiceClock time, Warning warning) {
    Instant at = time.warningAt(warning);
    return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Before a departure so long ahead, of the others in parts of their time. */
  private static List<Warning> of(Clock clock, CasePolicy policy) {
    return clock == Clock.BEFORE_DEPARTURE
        ? List.of(new Warning.Ahead(policy.beforeDeparture().warn()))
        : policy.warnings();
  }
}
