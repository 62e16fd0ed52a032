package io.amends.contracts.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.GuestId;
import io.amends.contracts.PropertyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guest who was let down is within reach: arrives for another stay, or is about to leave and it
 * is not made good.
 *
 * @param causedBy event id of what led to this
 * @param propertyId where it went wrong
 * @param failureType what went wrong
 * @param failedAt when it went wrong
 * @param departureAt when the guest leaves, if it is known
 */
@JsonTypeName("amends.retention.stay-alerted.v1")
public record StayAlert(
    GuestId guestId,
    Instant asOf,
    Occasion occasion,
    RiskScored.Band band,
    double pNoStay,
    double expected,
    String causedBy,
    @Nullable PropertyId propertyId,
    @Nullable CaseId caseId,
    @Nullable FailureType failureType,
    Instant failedAt,
    @Nullable Instant departureAt)
    implements RetentionAlert {

  /** Why now. */
  public enum Occasion {
    /** The guest was let down last time, and is here again. */
    ARRIVAL,
    /** The guest leaves soon, and it is not made good. */
    DEPARTURE
  }
}
