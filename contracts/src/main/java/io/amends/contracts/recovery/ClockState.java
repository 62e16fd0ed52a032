package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.time.clock.ServiceClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise and what became of it.
 *
 * @param number of its kind in the case, from 1: a guest is updated more than once
 * @param cycle in which it was made, from 1; a reopening begins the next
 * @param at when it ended, if it did
 * @param warned which warnings were given
 */
public record ClockState(
    Clock clock,
    int number,
    int cycle,
    ServiceClock time,
    Result result,
    @Nullable Instant at,
    List<String> warned) {

  public ClockState {
    warned = List.copyOf(warned);
  }

  /** Whether a promise runs, or how it ended. */
  public enum Result {
    RUNNING,
    MET,
    BREACHED,
    CANCELLED
  }

  /** When it is due; null while a pause keeps that unknown. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public @Nullable Instant dueAt() {
    return time.dueAt();
  }

  public boolean runs() {
    return result == Result.RUNNING;
  }
}
