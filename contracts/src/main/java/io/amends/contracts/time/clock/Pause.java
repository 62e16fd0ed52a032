package io.amends.contracts.time.clock;

import io.amends.contracts.time.Interval;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a promise does not count, since the hotel cannot go on.
 *
 * @param reason a code of the policy, such as {@code WAITING_FOR_GUEST} or {@code GUEST_ASLEEP}
 * @param from included
 * @param to excluded, not before {@code from}; null while nobody knows
 */
public record Pause(String reason, Instant from, @Nullable Instant to) {

  /**
   * @throws IllegalArgumentException if the reason is no code, or the end lies before the beginning
   */
  public Pause {
    if (!reason.matches("[A-Z][A-Z0-9_]{0,63}")) {
      throw new IllegalArgumentException(
          "reason: %s (expected: a code such as WAITING_FOR_GUEST)".formatted(reason));
    }
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("to: %s (expected: not before %s)".formatted(to, from));
    }
  }

  boolean isOpenFor(String other) {
    return to == null && reason.equals(other);
  }

  boolean holds(Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }

  /** Its stretch, to the end of time while it is open; nothing if it ended as it began. */
  Optional<Interval> stretch() {
    return Interval.between(from, to == null ? Instant.MAX : to);
  }
}
