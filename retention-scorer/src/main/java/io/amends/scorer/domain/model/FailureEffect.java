package io.amends.scorer.domain.model;

import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.kernel.Heterogeneity;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a failure does to the odds that a guest leaves, by how it was handled.
 *
 * @param outlook what to expect of a complaint that is still open
 * @param quickWithin up to which delay a resolution counts as quick
 */
public record FailureEffect(Tarp tarp, Outlook outlook, Delay quickWithin) {

  /** In which cells a failure will end, and how likely in each; one, unless it is open. */
  public Map<Cell, Double> ends(Trouble trouble) {
    Severity severity = trouble.severity();
    return switch (trouble.handling()) {
      case Handling.Silent _ -> Map.of(Cell.silent(severity), 1.0);
      case Handling.GivenUp _ -> Map.of(Cell.notResolved(severity), 1.0);
      case Handling.Resolved resolved ->
          Map.of(isQuick(resolved) ? Cell.resolvedQuickly(severity) : Cell.resolved(severity), 1.0);
      case Handling.Open(CostTier tier) -> {
        Outlook.Ends ends = outlook.of(tier);
        Map<Cell, Double> open = new EnumMap<>(Cell.class); // in order: sums must not vary
        open.put(Cell.resolvedQuickly(severity), ends.quickly());
        open.put(Cell.resolved(severity), ends.atLast());
        open.put(Cell.notResolved(severity), ends.never());
        yield open;
      }
    };
  }

  /**
   * Log odds of leaving after the failure, of a guest who came back {@code survived} times; what a
   * stay without a known failure costs is left to the caller.
   */
  double leaving(Trouble trouble, Heterogeneity guests, int survived) {
    double lost = 0;
    double correction = 0;
    for (Map.Entry<Cell, Double> end : ends(trouble).entrySet()) {
      lost += end.getValue() * tarp.lost(end.getKey());
      correction += end.getValue() * tarp.correction(end.getKey());
    }
    return LeavingOdds.of(guests, survived, tarp.kept(lost)) + correction;
  }

  /** Within the delay, and before the next day began for the hotel. */
  public boolean isQuick(Handling.Resolved resolved) {
    return resolved.delay().compareTo(quickWithin) <= 0
        && resolved.tier().compareTo(CostTier.NEXT_DAY) < 0;
  }

  public FailureEffect with(Tarp other) {
    return new FailureEffect(other, outlook, quickWithin);
  }
}
