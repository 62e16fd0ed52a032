package io.amends.scorer.domain.fit;

import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.fit.Sample.Standing;
import io.amends.scorer.domain.fit.Sample.Survived;
import io.amends.scorer.domain.kernel.Silence;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.FailureEffect;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.optimum.Ascent;
import io.amends.scorer.domain.optimum.Search;
import io.amends.scorer.domain.reading.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the chain's own cases say about the evidence. Priors pull, so that few cases change little.
 *
 * <p>The slope is simple: of a guest who came back it is minus the probability of leaving; of one
 * who is silent it is what the silence has added to that probability.
 */
final class EvidenceFit implements Ascent.Hill {

  private static final double LEAST_KEPT = 0.01;

  private final RiskModel model;
  private final EvidencePoint point;
  private final List<Row> rows = new ArrayList<>();
  private int cases;

  EvidenceFit(Sample sample, RiskModel model) {
    this(sample, model, _ -> true);
  }

  /** Looks at some of the evidence only. */
  EvidenceFit(Sample sample, RiskModel model, Predicate<Evidence> which) {
    this.model = model;
    this.point = new EvidencePoint(sample.frequentClues());
    for (Map.Entry<Survived, Integer> one : sample.survived().entrySet()) {
      Survived decision = one.getKey();
      if (!which.test(decision.evidence())) {
        continue;
      }
      add(new Row(decision.evidence(), decision.earlier(), Double.NaN, one.getValue()));
    }
    for (Standing one : sample.guests()) {
      if (one.decisionOut() && which.test(one.evidence())) {
        double silence = Silence.weighs(model.guests(), one.repeats(), one.decided(), one.now());
        add(new Row(one.evidence(), one.survived(), silence, 1));
      }
    }
  }

  private void add(Row row) {
    if (row.lost > 0 || row.isInformed()) {
      rows.add(row);
      cases += row.lost > 0 ? row.count : 0;
    }
  }

  /** How many decisions after a failure there are to learn from. */
  int cases() {
    return cases;
  }

  /** How well the model as it is explains the decisions with evidence. */
  double height() {
    return height(point.of(model));
  }

  /**
   * The model with what was learned; the prior gives way in the measure in which there are cases.
   * Unchanged if the search does not end.
   */
  RiskModel learned() {
    double trust = Math.min(1, (double) cases / Priors.REPLACED_FROM_CASES);
    return switch (Ascent.greatest(this, point.of(model))) {
      case Search.Result.Found(var found, _) ->
          point.at(found.stream().mapToDouble(Double::doubleValue).toArray(), model, trust);
      case Search.Result.GaveUp _ -> model;
    };
  }

  @Override
  public double height(double[] at) {
    double sum = -point.penalty(at);
    for (Row row : rows) {
      double leaving = row.leaving(at);
      double seen =
          row.cameBack() ? -PaceFit.softplus(leaving) : PaceFit.unseen(leaving, row.silence);
      sum += row.count * seen;
    }
    return sum;
  }

  @Override
  public double[] slope(double[] at) {
    double[] slope = new double[at.length];
    for (Row row : rows) {
      double leaving = row.leaving(at);
      double left = 1 / (1 + Math.exp(-leaving));
      double since = row.cameBack() ? 0 : 1 / (1 + Math.exp(-leaving - row.silence));
      double error = row.count * (since - left);
      slope[0] += error * row.slopeOfStrength(at[0]);
      for (int i = 1; i < at.length; i++) {
        slope[i] += error * row.features[i];
      }
    }
    point.pull(at, slope);
    return slope;
  }

  /** Decisions alike, as numbers. */
  private final class Row {

    private final double base;
    private final double stay;
    private final double lost;
    private final double[] features = new double[point.dimensions()];
    private final double silence;
    private final int count;

    Row(Evidence evidence, int survived, double silence, int count) {
      this.silence = silence;
      this.count = count;
      this.stay = model.guests().b() + survived;
      double fixed = evidence.trouble() == null ? model.leaving(survived) : 0;
      for (Map.Entry<Clue, Integer> seen : evidence.clues().entrySet()) {
        int learned = point.clues().indexOf(seen.getKey());
        if (learned < 0) {
          fixed += seen.getValue() * model.weights().of(seen.getKey());
        } else {
          features[point.place(learned)] = seen.getValue();
        }
      }
      this.base = fixed;
      this.lost = evidence.trouble() == null ? 0 : lost(evidence.trouble());
    }

    private double lost(Trouble trouble) {
      FailureEffect failures = model.failures();
      double sum = 0;
      for (var end : failures.ends(trouble).entrySet()) {
        features[point.place(end.getKey())] = end.getValue();
        sum += end.getValue() * failures.tarp().lost(end.getKey());
      }
      return sum;
    }

    boolean cameBack() {
      return Double.isNaN(silence);
    }

    boolean isInformed() {
      for (double feature : features) {
        if (feature != 0) {
          return true;
        }
      }
      return false;
    }

    double leaving(double[] at) {
      double sum = base;
      if (lost > 0) {
        double a = model.guests().a();
        double kept = kept(at[0]);
        sum += Math.log((a + stay * (1 - kept)) / (stay * kept));
      }
      for (int i = 1; i < at.length; i++) {
        sum += features[i] * at[i];
      }
      return sum;
    }

    double slopeOfStrength(double strength) {
      double kept = kept(strength);
      return lost == 0 ? 0 : lost * (stay / (model.guests().a() + stay * (1 - kept)) + 1 / kept);
    }

    private double kept(double strength) {
      return Math.clamp(1 - strength * lost, LEAST_KEPT, 1);
    }
  }
}
