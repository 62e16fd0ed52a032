package io.amends.contracts.policy;

import io.amends.contracts.FailureType;
import io.amends.contracts.policy.HotelPolicy.NightsBySeverity;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.TierRule;
import java.util.Map;

/**
 * The 1-10-100 rule.
 *
 * @param tiers the highest that has begun is the tier of the case; one that is left out never
 *     begins
 * @param baseCost what making good on the spot usually takes, by failure type; problem customers
 *     share one row
 */
public record CostOfDelay(Map<CostTier, TierRule> tiers, Map<String, NightsBySeverity> baseCost) {

  public CostOfDelay {
    tiers = Map.copyOf(tiers);
    baseCost = Map.copyOf(baseCost);
  }

  /**
   * Base cost of one kind of failure.
   *
   * @throws IllegalArgumentException if the policy has no row for it
   */
  public NightsBySeverity baseCostOf(FailureType type) {
    String row =
        type.group() == FailureType.Group.PROBLEM_CUSTOMER ? type.group().name() : type.name();
    NightsBySeverity cost = baseCost.get(row);
    if (cost == null) {
      throw new IllegalArgumentException("baseCost: no %s (expected: a row)".formatted(row));
    }
    return cost;
  }
}
