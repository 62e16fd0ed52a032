package io.amends.contracts.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.recovery.CostTier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How likely a guest is to switch, at an instant, and why.
 *
 * @param pGone probability that the guest has gone already, in [0, 1]
 * @param pNoStay probability that the guest does not stay within the horizon, in [0, 1]
 * @param expected what {@code pNoStay} would be for the same guest without the failure
 * @param reasons signed contributions in log odds; they add up to the difference from the base rate
 * @param valueAtRisk expected margin lost; null if the value of the guest is not known
 * @param openCases what waiting costs in each case that is not made good, for worklists to order by
 */
@JsonTypeName("amends.retention.risk-scored.v1")
public record RiskScored(
    GuestId guestId,
    Instant asOf,
    String model,
    double pGone,
    double pNoStay,
    double expected,
    double baseRate,
    Band band,
    List<Reason> reasons,
    @Nullable Money valueAtRisk,
    List<OpenCase> openCases) {

  public RiskScored {
    reasons = List.copyOf(reasons);
    openCases = openCases == null ? List.of() : List.copyOf(openCases); // older rows have none
  }

  /**
   * What is lost by answering a complaint in its next cost tier instead of now.
   *
   * @param tier where it stands
   * @param dearerAt when it gets dearer at the latest; null if it gets no dearer
   * @param points by how much the risk of losing the guest is higher after the edge than before
   * @param costOfWaiting points times what the guest is worth; null if that is not known
   */
  public record OpenCase(
      CaseId caseId,
      CostTier tier,
      @Nullable Instant dearerAt,
      double points,
      @Nullable Money costOfWaiting) {}

  /** How much worse the guest stands than the same guest without the failure. */
  public enum Band {
    NONE,
    WATCH,
    ELEVATED,
    HIGH,
    GONE
  }

  /** One of the four factors that decide whether a guest switches. */
  public enum Factor {
    FAILURE,
    RELATIONSHIP,
    ATTITUDE,
    RECOVERY
  }

  /**
   * Why, without words.
   *
   * @param contribution in log odds; above 0 makes switching likelier
   */
  public record Reason(
      String code, Factor factor, double contribution, Map<String, Object> parameters) {
    public Reason {
      parameters = Map.copyOf(parameters);
    }
  }
}
