package io.amends.contracts.recovery;

import io.amends.contracts.Sorted;
import java.time.Instant;
import java.util.Set;

/**
 * What keeps clocks standing still.
 *
 * @param reason a code of the policy, such as {@code WAITING_FOR_GUEST}
 * @param clocks which
 * @param until when they run again by themselves, and the owner is told
 */
public record PauseState(String reason, Set<Clock> clocks, Instant from, Instant until) {

  public PauseState {
    clocks = Sorted.copyOf(clocks);
  }
}
