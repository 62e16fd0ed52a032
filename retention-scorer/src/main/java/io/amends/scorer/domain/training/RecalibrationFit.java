package io.amends.scorer.domain.training;

import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.optimum.CrossValidation;
import io.amends.scorer.domain.optimum.Logistic;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.quality.Quality;
import java.util.List;
import java.util.function.Function;

/**
 * Finds the layer that makes a model's probabilities mean what they say, on matured outcomes: none,
 * Platt's, or the full one; each must earn its place on guests that it has not seen.
 */
public final class RecalibrationFit {

  /** What a layer must gain in mean log likelihood to be worth its parameters. [ours] */
  private static final double WORTH_IT = 0.0002;

  private RecalibrationFit() {}

  /**
   * One matured prediction.
   *
   * @param probability of no stay, as the model gave it without a layer
   * @param repeats x
   * @param silence weeks on the process clock since the last decision
   * @param age weeks on the process clock
   */
  public record Matured(
      double probability, double repeats, double silence, double age, boolean noStay) {}

  public static Recalibration fit(List<Matured> matured) {
    double none = Quality.of(plain(matured)).logLoss();
    double platt =
        Quality.of(CrossValidation.of(cases(matured, RecalibrationFit::platt))).logLoss();
    double full = Quality.of(CrossValidation.of(cases(matured, RecalibrationFit::full))).logLoss();
    if (full < Math.min(platt, none) - WORTH_IT) {
      return full(Logistic.fit(cases(matured, RecalibrationFit::full)).coefficients());
    }
    return platt < none - WORTH_IT
        ? platt(Logistic.fit(cases(matured, RecalibrationFit::platt)).coefficients())
        : Recalibration.NONE;
  }

  /** The full layer, each guest judged by one that was fitted without the guest. */
  public static List<Prediction> crossValidated(List<Matured> matured) {
    return CrossValidation.of(cases(matured, RecalibrationFit::full));
  }

  private static List<Prediction> plain(List<Matured> matured) {
    return matured.stream().map(one -> new Prediction(one.probability(), one.noStay())).toList();
  }

  private static List<Logistic.Case> cases(
      List<Matured> matured, Function<Matured, List<Double>> features) {
    return matured.stream()
        .map(one -> new Logistic.Case(features.apply(one), one.noStay()))
        .toList();
  }

  private static List<Double> platt(Matured one) {
    return List.of(Recalibration.logit(one.probability()));
  }

  private static List<Double> full(Matured one) {
    return List.of(
        Recalibration.logit(one.probability()),
        Math.log(1 + one.repeats()),
        Math.log(1 + one.silence()),
        Math.log(1 + one.age()));
  }

  private static Recalibration platt(List<Double> fitted) {
    return new Recalibration(fitted.get(0), fitted.get(1), 0, 0, 0);
  }

  private static Recalibration full(List<Double> fitted) {
    return new Recalibration(
        fitted.get(0), fitted.get(1), fitted.get(2), fitted.get(3), fitted.get(4));
  }
}
