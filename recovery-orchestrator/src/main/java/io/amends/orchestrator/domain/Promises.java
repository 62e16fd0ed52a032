package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.CaseSnapshot.ClockState;
import io.amends.contracts.recovery.CaseSnapshot.ClockState.Result;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the guest was promised and what became of it: one of the parts of a case. */
public record Promises(List<ClockState> clocks) {

  static final Promises NONE = new Promises(List.of());

  public Promises {
    clocks = List.copyOf(clocks);
  }

  Stream<ClockState> running() {
    return clocks.stream().filter(clock -> clock.result() == Result.RUNNING);
  }

  /** The running promise of a clock. */
  Optional<ClockState> running(Clock clock) {
    return running().filter(state -> state.clock() == clock).findFirst();
  }

  Promises with(Promise promise) {
    return new Promises(
        Stream.concat(
                clocks.stream(),
                Stream.of(new ClockState(promise.clock(), promise.dueAt(), Result.RUNNING, null)))
            .toList());
  }

  /** Ends a clock if it runs; a promise that was broken before stays broken. */
  Promises ended(Clock clock, Result result, Instant at) {
    return new Promises(
        clocks.stream()
            .map(
                state ->
                    state.clock() == clock && state.result() == Result.RUNNING
                        ? new ClockState(clock, state.dueAt(), result, at)
                        : state)
            .toList());
  }

  Promises cancelled(Instant at) {
    Promises left = this;
    for (Clock clock : Clock.values()) {
      left = left.ended(clock, Result.CANCELLED, at);
    }
    return left;
  }
}
