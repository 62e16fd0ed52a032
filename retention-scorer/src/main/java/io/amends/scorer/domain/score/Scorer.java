package io.amends.scorer.domain.score;

import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.reading.Clues;
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
public record Scorer(RiskPolicy policy) {

  private static final Duration TREND = Duration.ofDays(30);

  /** The two probabilities that are published under two names. */
  public record Risk(double gone, double noStay, double expected) {}

  /**
   * The full score, with its reasons.
   *
   * @throws IllegalArgumentException if {@code asOf} lies before what the profile has settled
   */
  public RiskScore score(GuestProfile profile, Instant asOf, RiskModel model) {
    Statistics guest = profile.at(asOf);
    Explanation explained = new Explanation(guest, asOf, model, shifts(guest, asOf, model));
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
    Situation situation = new Situation(guest, asOf, model);
    double own = situation.leaving();
    if (guest.episode().isEmpty()) {
      own += Clues.relationship(guest, asOf, model.weights());
      double noStay = situation.noStay(own);
      return new Risk(Math.min(situation.gone(own), noStay), noStay, noStay);
    }
    double failed = 0;
    for (Shift shift : shifts(guest, asOf, model)) {
      if (isOfFailure(shift.factor())) {
        failed += shift.size();
      } else {
        own += shift.size();
      }
    }
    double noStay = situation.noStay(own + failed);
    double expected = failed == 0 ? noStay : situation.noStay(own);
    return new Risk(Math.min(situation.gone(own + failed), noStay), noStay, expected);
  }

  private List<Shift> shifts(Statistics guest, Instant asOf, RiskModel model) {
    return new Shifts(guest, asOf, model, Steps.of(policy.maxStep(), model.recalibration())).all();
  }

  static boolean isOfFailure(Factor factor) {
    return factor == Factor.FAILURE || factor == Factor.RECOVERY;
  }
}
