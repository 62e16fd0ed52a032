package io.amends.contracts.recovery;

import io.amends.contracts.time.clock.ServiceClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A promise and what became of it.
 *
 * @param number of its kind in the case, from 1: a guest is updated more than once
 * @param cycle in which it was made, from 1; a reopening begins the next
 * @param dueAt as {@code time} had it when the promise was made or changed, in whole milliseconds:
 *     the one that was told and that its deadline stands under, whatever a later release or a later
 *     edition of the time zones would make of it; null while a pause keeps it unknown
 * @param at when it ended, if it did
 * @param warned which warnings were given
 */
public record ClockState(
    Clock clock,
    int number,
    int cycle,
    @Nullable Instant dueAt,
    ServiceClock time,
    Result result,
    @Nullable Instant at,
    List<String> warned) {

  public ClockState {
    dueAt = dueAt == null ? wholeMillis(time.dueAt()) : dueAt;
    warned = List.copyOf(warned);
  }

  private static @Nullable Instant wholeMillis(@Nullable Instant due) {
    return due == null ? null : due.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Whether a promise runs, or how it ended. */
  public enum Result {
    RUNNING,
    MET,
    BREACHED,
    CANCELLED
  }

  /** One that has just begun. */
  public static ClockState begun(Clock clock, int number, int cycle, ServiceClock time) {
    return new ClockState(clock, number, cycle, null, time, Result.RUNNING, null, List.of());
  }

  public boolean runs() {
    return result == Result.RUNNING;
  }

  /** The same with other time: paused, resumed, moved with the stay. */
  public ClockState with(ServiceClock other) {
    return new ClockState(clock, number, cycle, null, other, result, at, warned);
  }

  /** The same, ended. */
  public ClockState ended(Result how, Instant when) {
    return new ClockState(clock, number, cycle, dueAt, time, how, when, warned);
  }

  /** The same, and this warning was given. */
  public ClockState warnedOf(String warning) {
    List<String> all = Stream.concat(warned.stream(), Stream.of(warning)).toList();
    return new ClockState(clock, number, cycle, dueAt, time, result, at, all);
  }
}
