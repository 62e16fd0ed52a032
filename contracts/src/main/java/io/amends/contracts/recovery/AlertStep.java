package io.amends.contracts.recovery;

import io.amends.contracts.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One rung of a ladder: who is alerted when, unless the cause is gone before.
 *
 * @param clock the promise concerned, if it is about one
 * @param since the hour of what is told: of the promise, the tier, the failure
 * @param at when it is told; later than planned if nobody was on duty or the night was spared
 * @param held whether it has waited for somebody to be on duty already
 */
public record AlertStep(
    Cause cause, @Nullable Clock clock, Role role, Instant since, Instant at, boolean held) {

  public AlertStep {
    at = at.truncatedTo(ChronoUnit.MILLIS); // as the index of deadlines tells them apart
  }

  public static AlertStep of(
      Cause cause, @Nullable Clock clock, Role role, Instant since, Instant at) {
    return new AlertStep(cause, clock, role, since, at, false);
  }

  /** The same, told later, since nobody is on duty. */
  public AlertStep heldUntil(Instant later) {
    return new AlertStep(cause, clock, role, since, later, true);
  }

  /** Why somebody is alerted. */
  public enum Cause {
    NOBODY_HAS_ACKNOWLEDGED,
    PROMISE_BROKEN,
    /** A dearer tier has begun and names its owner. */
    OWNER_NAMED,
    /** Something failed on top of the failure. */
    DOUBLE_DEVIATION,
    /** A pause has lasted as long as one may. */
    PAUSE_ENDED,
    /** A colleague wishes to give more than they may alone. */
    APPROVAL_ASKED,
    /** What somebody wished to give is not to be given. */
    REMEDY_DECLINED
  }
}
