package io.amends.contracts.recovery;

import io.amends.contracts.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One rung of a ladder: who is alerted when, unless the cause is gone before.
 *
 * @param clock the promise that was broken, if that is the cause
 */
public record AlertStep(Cause cause, @Nullable Clock clock, Role role, Instant at) {

  public AlertStep {
    at = at.truncatedTo(ChronoUnit.MILLIS); // as the index of deadlines tells them apart
  }

  /** Why somebody is alerted. */
  public enum Cause {
    NOBODY_HAS_ACKNOWLEDGED,
    PROMISE_BROKEN,
    /** A dearer tier has begun and names its owner. */
    OWNER_NAMED
  }
}
