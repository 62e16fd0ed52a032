package io.amends.scorer.domain.score;

import io.amends.contracts.Money;
import io.amends.scorer.domain.model.Factor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely a guest is lost, why, and what that is worth.
 *
 * @param gone probability that the guest has left for good
 * @param noStay probability that the guest does not stay within the model's horizon
 * @param expected probability that the same guest would not, had nothing failed
 * @param inThirtyDays what {@code noStay} will be in thirty days if nothing happens
 * @param baseRate the chain's, from which the reasons start
 * @param reasons add up in log odds from {@code baseRate} to {@code noStay}; what drives the guest
 *     away most comes first
 * @param heaviest the factor whose reasons weigh most
 * @param worth margin to be earned from the guest if not lost, null if unknown
 * @param atRisk margin expected to be lost, null if unknown
 */
public record RiskScore(
    Instant asOf,
    String model,
    double gone,
    double noStay,
    double expected,
    double inThirtyDays,
    double baseRate,
    List<Reason> reasons,
    Factor heaviest,
    @Nullable Money worth,
    @Nullable Money atRisk) {

  public RiskScore {
    reasons = List.copyOf(reasons);
  }

  /** Its bare figures. */
  public Scorer.Risk risk() {
    return new Scorer.Risk(gone, noStay, expected);
  }
}
