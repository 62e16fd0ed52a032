package io.amends.scorer.domain.model;

import io.amends.scorer.domain.fact.CostTier;
import java.util.Map;

/**
 * What may still come of a complaint that is open, by the tier it has reached.
 *
 * @param byTier shares of what happened to such complaints in the end
 */
public record Outlook(Map<CostTier, Ends> byTier) {

  public Outlook {
    for (CostTier tier : CostTier.values()) {
      if (!byTier.containsKey(tier)) {
        throw new IllegalArgumentException("tiers: %s (expected: all)".formatted(byTier.keySet()));
      }
    }
    byTier = Map.copyOf(byTier);
  }

  /** How complaints end: made good quickly, made good at last, or never. */
  public record Ends(double quickly, double atLast) {
    public Ends {
      if (!(quickly >= 0 && atLast >= 0 && quickly + atLast <= 1)) {
        throw new IllegalArgumentException(
            "ends: %s and %s (expected: shares of one)".formatted(quickly, atLast));
      }
    }

    public double never() {
      return 1 - quickly - atLast;
    }
  }

  public Ends of(CostTier tier) {
    return byTier.getOrDefault(tier, new Ends(0, 0));
  }
}
