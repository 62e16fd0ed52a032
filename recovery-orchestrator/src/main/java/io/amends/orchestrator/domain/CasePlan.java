package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.TierStart;
import java.util.List;

/**
 * How a case is to be handled, worked out once when it opens: the opening event carries it.
 *
 * @param tiers in the order of time; the first begins with the case
 * @param ladder who is alerted when, as long as nobody acknowledges
 */
public record CasePlan(
    CasePolicy policy, List<Promise> promises, List<TierStart> tiers, List<AlertStep> ladder) {

  public CasePlan {
    promises = List.copyOf(promises);
    tiers = List.copyOf(tiers);
    ladder = List.copyOf(ladder);
    if (tiers.isEmpty()) {
      throw new IllegalArgumentException("tiers: none (expected: one that begins with the case)");
    }
  }
}
