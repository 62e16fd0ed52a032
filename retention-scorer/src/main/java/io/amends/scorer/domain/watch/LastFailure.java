package io.amends.scorer.domain.watch;

import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong for a guest last, and where.
 *
 * @param caseId null if it was before there were cases
 * @param at when it became known
 * @param leavesAt when the guest leaves the hotel where it went wrong, null if that is not known
 * @param saidAtArrival whether it was told since that the guest is here again
 * @param saidAtDeparture whether it was told that the guest is about to leave
 */
public record LastFailure(
    @Nullable PropertyId propertyId,
    @Nullable CaseId caseId,
    @Nullable FailureType type,
    Instant at,
    @Nullable Instant leavesAt,
    boolean saidAtArrival,
    boolean saidAtDeparture) {

  public LastFailure {
    at = at.truncatedTo(ChronoUnit.SECONDS);
    leavesAt = leavesAt == null ? null : leavesAt.truncatedTo(ChronoUnit.SECONDS);
  }

  public static LastFailure of(
      @Nullable PropertyId propertyId,
      @Nullable CaseId caseId,
      @Nullable FailureType type,
      Instant at,
      @Nullable Instant leavesAt) {
    return new LastFailure(propertyId, caseId, type, at, leavesAt, false, false);
  }

  LastFailure leavingAt(Instant departure) {
    return new LastFailure(propertyId, caseId, type, at, departure, saidAtArrival, saidAtDeparture);
  }

  LastFailure told(boolean atArrival, boolean atDeparture) {
    return new LastFailure(
        propertyId,
        caseId,
        type,
        at,
        leavesAt,
        saidAtArrival || atArrival,
        saidAtDeparture || atDeparture);
  }
}
