package io.amends.scorer.domain.score;

import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.score.Shifts.Shift;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The risk that a guest switches.
 *
 * <p>MBG/NBD on the booking clock, the kernel, with what was seen on the last stay on top: {@code
 * log odds of gone = log(a / (b + k)) + evidence + (r + x) log((alpha + T) / (alpha + t))}. Without
 * evidence and bookings this is MBG/NBD exactly.
 */
public final class Scorer {

  private static final Duration TREND = Duration.ofDays(30);

  private final RiskPolicy policy;
  private final Steps steps;

  public Scorer(RiskPolicy policy) {
    this.policy = policy;
    this.steps = Steps.of(policy.maxStep());
  }

  /** The two probabilities that are published under two names. */
  public record Risk(double gone, double noStay, double expected) {

    /** How much worse the guest stands than the same guest without the failure. */
    public double aboveExpectation() {
      return noStay - expected;
    }
  }

  public RiskPolicy policy() {
    return policy;
  }

  /**
   * The full score, with its reasons.
   *
   * @throws IllegalArgumentException if {@code asOf} lies before what the profile has settled
   */
  public RiskScore score(GuestProfile profile, Instant asOf, RiskModel model) {
    return score(profile.at(asOf), asOf, model);
  }

  /** The full score, from statistics that are current at {@code asOf}. */
  public RiskScore score(Statistics guest, Instant asOf, RiskModel model) {
    Steps small = steps.under(model.recalibration());
    List<Shift> shifts = new Shifts(guest, model.lookup(), small).all(asOf);
    Explanation explained = new Explanation(guest, asOf, model, shifts);
    Instant then = asOf.plus(TREND);
    Risk now = risk(guest, asOf, model);
    Risk later = risk(StatisticsRules.passedTo(guest, then), then, model);
    Worth worth = Worth.of(guest, asOf, model, policy.value());
    List<Reason> reasons = explained.reasons();
    return new RiskScore(
        asOf,
        model.version(),
        now.gone(),
        now.noStay(),
        now.expected(),
        later.noStay(),
        model.baseRate(),
        reasons,
        Explanation.heaviest(reasons),
        worth.money(1),
        worth.money(now.gone()));
  }

  /** The bare figures, from statistics that are current at {@code asOf}. */
  public Risk risk(Statistics guest, Instant asOf, RiskModel model) {
    return prospect(guest, asOf, model).at(asOf);
  }

  /** The guest at {@code asOf}, and at any moment until then at which statistics are the same. */
  Prospect prospect(Statistics guest, Instant asOf, RiskModel model) {
    return new Prospect(guest, asOf, model, steps.under(model.recalibration()));
  }
}
