package io.amends.scorer.domain.score;

import io.amends.contracts.Money;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy.ValuePolicy;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is lost by answering a complaint in its next cost tier instead of now: (risk after the edge
 * - risk before it) times what the guest is worth. Worklists order by it.
 */
public record Urgency(ValuePolicy policy) {

  /** Null if the guest's worth is unknown. */
  public @Nullable Money ofWaiting(
      GuestProfile profile, Severity severity, CostTier now, Instant asOf, RiskModel model) {
    Statistics guest = profile.at(asOf);
    Situation situation = new Situation(guest, asOf, model);
    double before = leaves(situation, guest, new Trouble(severity, new Handling.Open(now)), model);
    double after = leaves(situation, guest, new Trouble(severity, after(now)), model);
    return Worth.of(guest, asOf, model, policy).money(Math.max(0, after - before));
  }

  private static double leaves(
      Situation situation, Statistics guest, Trouble trouble, RiskModel model) {
    double shift = model.shift(trouble, guest.arrivals().survived());
    return 1 / (1 + Math.exp(-situation.leaving() - shift));
  }

  private static Handling after(CostTier tier) {
    return switch (tier) {
      case ON_THE_SPOT -> new Handling.Open(CostTier.SAME_DAY);
      case SAME_DAY -> new Handling.Open(CostTier.NEXT_DAY);
      case NEXT_DAY -> new Handling.Open(CostTier.LATER);
      case LATER -> new Handling.GivenUp();
    };
  }
}
