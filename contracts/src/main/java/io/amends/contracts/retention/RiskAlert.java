package io.amends.contracts.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.PropertyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest has crossed a band upwards, by something that happened now.
 *
 * @param causedBy event id of what moved the risk
 * @param failureType what went wrong for the guest last, if something did
 * @param reasons why the risk stands where it stands now
 * @param valueAtRisk expected margin lost; null if the value of the guest is not known
 */
@JsonTypeName("amends.retention.risk-band-crossed.v1")
public record RiskAlert(
    GuestId guestId,
    Instant asOf,
    RiskScored.Band from,
    RiskScored.Band to,
    double pNoStay,
    double expected,
    String causedBy,
    @Nullable PropertyId propertyId,
    @Nullable CaseId caseId,
    @Nullable FailureType failureType,
    List<RiskScored.Reason> reasons,
    @Nullable Money valueAtRisk)
    implements RetentionAlert {

  public RiskAlert {
    reasons = reasons == null ? List.of() : List.copyOf(reasons); // older alerts have none
  }
}
