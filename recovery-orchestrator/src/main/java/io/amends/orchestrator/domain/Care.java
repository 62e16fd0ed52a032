package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.RootCause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done for the guest: one of the parts of a case. A failure has two effects, a practical
 * and an emotional one, and both have to be made good.
 *
 * @param acknowledgedAt when a person told the guest "I have it"
 * @param apologisedAt when somebody apologised
 * @param fixedAt when it was fixed or an alternative accepted
 * @param delayEndedAt when fix and apology were both done
 * @param madeGoodAt when the guest had also been given what nobody falls below
 * @param followedUp whether the guest has said whether it is really good now
 */
public record Care(
    @Nullable Instant acknowledgedAt,
    @Nullable Instant apologisedAt,
    @Nullable Instant fixedAt,
    @Nullable Instant delayEndedAt,
    @Nullable Instant madeGoodAt,
    @Nullable RootCause rootCause,
    boolean followedUp) {

  static final Care NONE = new Care(null, null, null, null, null, null, false);

  boolean meets(CasePolicy.Need need) {
    return switch (need) {
      case FIX -> fixedAt != null;
      case CARE -> apologisedAt != null;
      case ROOT_CAUSE, DEPARTMENT -> rootCause != null;
      case FOLLOW_UP_ANSWERED_OR_EXPIRED -> followedUp;
    };
  }

  Care withAcknowledged(Instant at) {
    return new Care(at, apologisedAt, fixedAt, delayEndedAt, madeGoodAt, rootCause, followedUp);
  }

  Care withApologised(Instant at) {
    return new Care(acknowledgedAt, at, fixedAt, delayEndedAt, madeGoodAt, rootCause, followedUp);
  }

  Care withFixed(Instant at) {
    return new Care(
        acknowledgedAt, apologisedAt, at, delayEndedAt, madeGoodAt, rootCause, followedUp);
  }

  Care withDelayEnded(Instant at) {
    return new Care(acknowledgedAt, apologisedAt, fixedAt, at, madeGoodAt, rootCause, followedUp);
  }

  Care withMadeGood(Instant at) {
    return new Care(acknowledgedAt, apologisedAt, fixedAt, delayEndedAt, at, rootCause, followedUp);
  }

  Care withRootCause(RootCause found) {
    return new Care(
        acknowledgedAt, apologisedAt, fixedAt, delayEndedAt, madeGoodAt, found, followedUp);
  }

  Care withFollowedUp() {
    return new Care(
        acknowledgedAt, apologisedAt, fixedAt, delayEndedAt, madeGoodAt, rootCause, true);
  }
}
