package io.amends.scorer.domain.score;

import io.amends.contracts.Money;
import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy.ValuePolicy;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is lost by answering a complaint in its next cost tier instead of now: (risk after the edge
 * - risk before it) times what the guest is worth. Worklists order by it.
 */
public record Urgency(ValuePolicy policy) {

  /**
   * What it costs to let a complaint wait.
   *
   * @param tier where it stands
   * @param dearerAt when it gets dearer at the latest; null if it gets no dearer
   * @param points risk of losing the guest after the edge less that before it
   * @param cost null if the guest's worth is unknown
   */
  public record Waiting(
      CostTier tier, @Nullable Instant dearerAt, double points, @Nullable Money cost) {}

  /** What it costs to let a complaint wait that is not made good. */
  public Waiting ofWaiting(Statistics guest, Complaint complaint, Instant asOf, RiskModel model) {
    CostTier now = complaint.tierAt(asOf);
    Situation situation = new Situation(guest, asOf, model);
    double before = leaves(situation, guest, complaint, complaint.handlingAt(asOf), model);
    double after = leaves(situation, guest, complaint, after(now), model);
    double points = Math.max(0, after - before);
    return new Waiting(
        now, dearerAt(complaint, now), points, Worth.of(guest, asOf, model, policy).money(points));
  }

  private static double leaves(
      Situation situation,
      Statistics guest,
      Complaint complaint,
      Handling handling,
      RiskModel model) {
    Trouble trouble = new Trouble(complaint.severity(), handling);
    double shift = model.shift(trouble, guest.arrivals().survived());
    return 1 / (1 + Math.exp(-situation.leaving() - shift));
  }

  private static @Nullable Instant dearerAt(Complaint complaint, CostTier now) {
    return now == CostTier.LATER ? null : complaint.madeAt().plus(next(now).atTheLatest());
  }

  private static Handling after(CostTier tier) {
    return tier == CostTier.LATER ? new Handling.GivenUp() : new Handling.Open(next(tier));
  }

  private static CostTier next(CostTier tier) {
    return switch (tier) {
      case ON_THE_SPOT -> CostTier.SAME_DAY;
      case SAME_DAY -> CostTier.NEXT_DAY;
      case NEXT_DAY, LATER -> CostTier.LATER;
    };
  }
}
