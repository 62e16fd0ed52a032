package io.amends.contracts.policy;

import io.amends.contracts.FailureType;
import io.amends.contracts.policy.HotelPolicy.NightsBySeverity;
import io.amends.contracts.recovery.CostTier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The 1-10-100 rule.
 *
 * @param tiers the highest that has begun is the tier of the case; one that is left out never
 *     begins
 * @param baseCost what making good on the spot usually takes, by failure type; problem customers
 *     share one row
 */
public record CostOfDelay(Map<CostTier, Tier> tiers, Map<String, NightsBySeverity> baseCost) {

  public CostOfDelay {
    tiers = Map.copyOf(tiers);
    baseCost = Map.copyOf(baseCost);
  }

  /** From what a tier is counted. */
  public enum Begins {
    DETECTION,
    FIRST_DATE_ROLL,
    SECOND_DATE_ROLL
  }

  /**
   * When a tier begins and what it multiplies by.
   *
   * @param after how long after that
   * @param notBefore how long after detection at the earliest
   * @param orWhenTheGuestLeaves whether the departure begins it too
   * @param atOnceIfNobodyIsPresent whether it begins with detection if no guest is there or on the
   *     line
   */
  public record Tier(
      BigDecimal factor,
      Begins begins,
      @Nullable Duration after,
      @Nullable Duration notBefore,
      @Nullable Boolean orWhenTheGuestLeaves,
      @Nullable Boolean atOnceIfNobodyIsPresent) {}

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
