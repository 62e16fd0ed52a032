package io.amends.contracts.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
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
    @Nullable Money valueAtRisk) {

  public RiskScored {
    reasons = List.copyOf(reasons);
  }

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
