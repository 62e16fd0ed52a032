package io.amends.scorer.domain.score;

import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.score.Reason.Code;
import io.amends.scorer.domain.score.Shifts.Shift;
import io.amends.scorer.domain.score.Situation.Presence;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Why a score is what it is: one thing after the other is put in place, from the chain's base rate
 * to this guest, and each is worth what it moves. So the reasons add up, whatever the model.
 */
final class Explanation {

  /** Below this a reason moves no figure that anybody prints. */
  private static final double NEGLIGIBLE = 1e-9;

  private final Statistics guest;
  private final Instant asOf;
  private final Situation situation;
  private final List<Shift> shifts;
  private final List<Reason> reasons = new ArrayList<>();
  private double reached;

  Explanation(Statistics guest, Instant asOf, RiskModel model, List<Shift> shifts) {
    this.guest = guest;
    this.asOf = asOf;
    this.situation = new Situation(guest, asOf, model);
    this.shifts = List.copyOf(shifts);
    this.reached = Recalibration.logit(model.baseRate());
  }

  List<Reason> reasons() {
    if (situation.presence() == Presence.NEVER_CAME) {
      reasons.add(new Reason(new Code.NeverCame(), Factor.RELATIONSHIP, 0));
      return reasons;
    }
    double leaving = situation.leaving();
    Code pace = new Code.PaceSoFar(guest.spending().stays(), guest.arrivals().repeats());
    reach(situation.noStayAtOnce(leaving), pace, Factor.RELATIONSHIP);
    reach(situation.noStay(leaving), presence(), Factor.RELATIONSHIP);
    for (Shift shift : shifts) {
      leaving += shift.size();
      reach(situation.noStay(leaving), shift.code(), shift.factor());
    }
    reasons.sort(Comparator.comparingDouble(Reason::contribution).reversed());
    return reasons;
  }

  static Factor heaviest(List<Reason> reasons) {
    Map<Factor, Double> sums = new EnumMap<>(Factor.class);
    for (Reason reason : reasons) {
      sums.merge(reason.factor(), reason.contribution(), Double::sum);
    }
    Factor heaviest = Factor.RELATIONSHIP;
    for (Map.Entry<Factor, Double> sum : sums.entrySet()) {
      if (Math.abs(sum.getValue()) > Math.abs(sums.getOrDefault(heaviest, 0.0))) {
        heaviest = sum.getKey();
      }
    }
    return heaviest;
  }

  private Code presence() {
    if (situation.presence() == Presence.TO_COME) {
      return new Code.Booked(guest.nextArrivalAt(asOf).orElseThrow().arrival());
    }
    long seconds = guest.clock().secondsAt(asOf) - guest.decision().clockSeconds();
    return new Code.Silence((int) Duration.ofSeconds(seconds).toDays());
  }

  private void reach(double noStay, Code why, Factor factor) {
    double next = Recalibration.logit(noStay);
    if (Math.abs(next - reached) > NEGLIGIBLE) {
      reasons.add(new Reason(why, factor, next - reached));
      reached = next;
    }
  }
}
