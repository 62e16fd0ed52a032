package io.amends.scorer.backtest;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.optimum.Logistic;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.statistics.Statistics;
import io.amends.scorer.domain.training.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The baseline that every chain could build in an afternoon: recency, frequency, money. */
final class Rfm {

  private static final int ENOUGH = 200;
  private static final double SECONDS_OF_A_DAY = 86_400;

  private Rfm() {}

  /** Trained on the outcomes that had matured by the cut; empty if there are too few. */
  static Optional<Logistic> train(
      Collection<List<GuestFact>> histories, Instant cut, Duration horizon) {
    Instant before = cut.minus(horizon);
    List<Logistic.Case> cases = new ArrayList<>();
    for (List<GuestFact> history : histories) {
      Statistics guest = Outcomes.knownAt(before, history);
      if (guest.since() != null) {
        boolean noStay = Outcomes.noStay(guest, history, before, horizon);
        cases.add(new Logistic.Case(features(guest, guest.since(), before), noStay));
      }
    }
    return cases.size() < ENOUGH ? Optional.empty() : Optional.of(Logistic.fit(cases));
  }

  static Prediction predict(
      Logistic model, Statistics guest, Instant since, Instant cut, boolean noStay) {
    return new Prediction(model.probability(features(guest, since, cut)), noStay);
  }

  /** Days since the guest was last heard to stay or cancel; while something is booked, none. */
  static double recency(Statistics guest, Instant cut) {
    return guest.clock().running()
        ? (guest.clock().secondsAt(cut) - guest.decision().clockSeconds()) / SECONDS_OF_A_DAY
        : 0;
  }

  private static List<Double> features(Statistics guest, Instant since, Instant cut) {
    Double money = guest.spending().meanMinorUnits();
    double age = Duration.between(since, cut).toSeconds() / SECONDS_OF_A_DAY;
    return List.of(
        Math.log1p(recency(guest, cut)),
        Math.log1p(guest.spending().stays()),
        Math.log1p(age),
        Math.log1p(money == null ? 0 : Math.max(0, money)));
  }
}
