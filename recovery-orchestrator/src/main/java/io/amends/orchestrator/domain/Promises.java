package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.ClockState.Result;
import io.amends.contracts.recovery.PauseState;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.time.clock.ServiceClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What the guest was promised and what became of it: one of the parts of a case.
 *
 * @param clocks in the order in which they began
 * @param pauses what keeps clocks standing still; one that begins meanwhile stands still as well
 */
public record Promises(List<ClockState> clocks, List<PauseState> pauses) {

  static final Promises NONE = new Promises(List.of(), List.of());

  public Promises {
    clocks = List.copyOf(clocks);
    pauses = List.copyOf(pauses);
  }

  Stream<ClockState> running() {
    return clocks.stream().filter(ClockState::runs);
  }

  /** The running promise of a clock; the one that began first, if there are several. */
  Optional<ClockState> running(Clock clock) {
    return running().filter(state -> state.clock() == clock).findFirst();
  }

  Optional<ClockState> running(Clock clock, int number) {
    return running(clock).isEmpty()
        ? Optional.empty()
        : running().filter(s -> s.clock() == clock && s.number() == number).findFirst();
  }

  /** The number of the next promise of its kind. */
  int next(Clock clock) {
    return 1 + (int) clocks.stream().filter(state -> state.clock() == clock).count();
  }

  Optional<PauseState> pause(String reason) {
    return pauses.stream().filter(pause -> pause.reason().equals(reason)).findFirst();
  }

  /** Begins one, or gives a running one other time. */
  Promises with(Promise promise, int cycle) {
    if (running(promise.clock(), promise.number()).isPresent()) {
      return map(
          s -> s.runs() && s.clock() == promise.clock() && s.number() == promise.number(),
          s -> s.with(promise.time()));
    }
    ServiceClock time = promise.time();
    for (PauseState pause : pauses) {
      if (pause.clocks().contains(promise.clock())) {
        time = time.pause(pause.reason(), time.start());
      }
    }
    ClockState begun = ClockState.begun(promise.clock(), promise.number(), cycle, time);
    return new Promises(Stream.concat(clocks.stream(), Stream.of(begun)).toList(), pauses);
  }

  Promises with(List<Promise> promises, int cycle) {
    Promises all = this;
    for (Promise promise : promises) {
      all = all.with(promise, cycle);
    }
    return all;
  }

  /** Ends all of a clock that run; a promise that was broken before stays broken. */
  Promises ended(Clock clock, Result result, Instant at) {
    return map(s -> s.runs() && s.clock() == clock, s -> s.ended(result, at));
  }

  Promises ended(Clock clock, int number, Result result, Instant at) {
    return map(
        s -> s.runs() && s.clock() == clock && s.number() == number, s -> s.ended(result, at));
  }

  /** Nothing is promised any more, and nothing stands still. */
  Promises cancelled(Instant at) {
    return new Promises(
        map(ClockState::runs, s -> s.ended(Result.CANCELLED, at)).clocks, List.of());
  }

  Promises paused(PauseState pause) {
    Promises standing =
        map(
            s -> s.runs() && pause.clocks().contains(s.clock()),
            s -> s.with(s.time().pause(pause.reason(), pause.from())));
    return new Promises(standing.clocks, Stream.concat(pauses.stream(), Stream.of(pause)).toList());
  }

  Promises resumed(String reason, Instant at) {
    Promises going = map(ClockState::runs, s -> s.with(s.time().resume(reason, at)));
    return new Promises(
        going.clocks, pauses.stream().filter(p -> !p.reason().equals(reason)).toList());
  }

  Promises warned(Clock clock, int number, String warning) {
    return map(
        s -> s.runs() && s.clock() == clock && s.number() == number, s -> s.warnedOf(warning));
  }

  private Promises map(Predicate<ClockState> which, UnaryOperator<ClockState> how) {
    return new Promises(
        clocks.stream().map(state -> which.test(state) ? how.apply(state) : state).toList(),
        pauses);
  }
}
