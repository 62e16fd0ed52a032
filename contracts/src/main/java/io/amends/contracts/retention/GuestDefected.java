package io.amends.contracts.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.PropertyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest counts as lost from now on, with what the last year looked like: what an analysis of lost
 * guests starts from.
 *
 * @param model by which the guest counts as lost
 * @param lastYear what was seen in the year before the last thing that was seen, oldest first; the
 *     newest sixteen
 * @param reasons as in the score
 * @param valueLost expected margin lost; null if the value of the guest is not known
 * @param causedBy event id of what moved the risk last
 * @param propertyId where it went wrong last, if it did
 * @param failureType what went wrong last, if something did
 */
@JsonTypeName("amends.retention.guest-defected.v1")
public record GuestDefected(
    GuestId guestId,
    Instant asOf,
    String model,
    double pGone,
    double pNoStay,
    List<Seen> lastYear,
    List<RiskScored.Reason> reasons,
    @Nullable Money valueLost,
    String causedBy,
    @Nullable PropertyId propertyId,
    @Nullable CaseId caseId,
    @Nullable FailureType failureType)
    implements RetentionAlert {

  public GuestDefected {
    lastYear = List.copyOf(lastYear);
    reasons = List.copyOf(reasons);
  }

  /**
   * One thing that was seen.
   *
   * @param on the day, UTC
   */
  public record Seen(LocalDate on, What what) {}

  /** What can be seen of a guest that an analysis of lost guests looks at. */
  public enum What {
    BOOKED,
    CANCELLED,
    MISSED,
    STAYED,
    FAILED,
    COMPLAINED,
    MADE_GOOD,
    RECOVERY_FAILED,
    ANSWERED_WELL,
    ANSWERED_BADLY,
    SPOKE_WELL_IN_PUBLIC,
    SPOKE_BADLY_IN_PUBLIC,
    LEVEL_CHANGED,
    TURNED_AWAY,
    TURNED_TO_US
  }
}
