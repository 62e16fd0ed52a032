package io.amends.contracts.time.clock;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/**
 * An instant that somebody has set: no pause moves it, and all time counts until then.
 *
 * @param dueAt not before {@code start}
 * @param setBy why it is fixed, so that nobody takes it for a target
 */
@JsonTypeName("FIXED")
public record FixedClock(Instant start, Instant dueAt, SetBy setBy) implements SetClock {

  /** Where a fixed instant comes from. */
  public enum SetBy {
    /** A person promised it to the guest, or corrected the deadline by hand. */
    MANUAL,
    /** The stay ends when it ends; moved with it. */
    STAY,
    /** An authority or a law demands it. */
    STATUTE
  }

  /**
   * @throws IllegalArgumentException if it would be due before its start
   */
  public FixedClock {
    if (dueAt.isBefore(start)) {
      throw new IllegalArgumentException(
          "dueAt: %s (expected: not before %s)".formatted(dueAt, start));
    }
  }
}
