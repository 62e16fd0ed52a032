package io.amends.scorer.domain.training;

import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.optimum.CrossValidation;
import io.amends.scorer.domain.optimum.Logistic;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.quality.Quality;
import java.util.List;

/**
 * Finds the layer that makes a model's probabilities mean what they say, on matured outcomes: none,
 * Platt's, or one that looks at the guest as well; each must earn its place on guests that it has
 * not seen.
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

  /** What a layer looks at, from little to all. */
  private enum Layer {
    PLATT,
    REPEATS,
    FULL;

    private List<Double> features(Matured one) {
      double logit = Recalibration.logit(one.probability());
      double repeats = Math.log(1 + one.repeats());
      return switch (this) {
        case PLATT -> List.of(logit);
        case REPEATS -> List.of(logit, repeats);
        case FULL -> List.of(logit, repeats, Math.log(1 + one.silence()), Math.log(1 + one.age()));
      };
    }

    private List<Logistic.Case> cases(List<Matured> matured) {
      return matured.stream().map(one -> new Logistic.Case(features(one), one.noStay())).toList();
    }

    private Recalibration fit(List<Matured> matured) {
      List<Double> fitted = Logistic.fit(cases(matured)).coefficients();
      return switch (this) {
        case PLATT -> new Recalibration(fitted.get(0), fitted.get(1), 0, 0, 0);
        case REPEATS -> new Recalibration(fitted.get(0), fitted.get(1), fitted.get(2), 0, 0);
        case FULL ->
            new Recalibration(
                fitted.get(0), fitted.get(1), fitted.get(2), fitted.get(3), fitted.get(4));
      };
    }
  }

  /**
   * The layer that gains most, unless a simpler one does as well. A layer under which a guest would
   * look safer for staying silent longer is none.
   */
  public static Recalibration fit(List<Matured> matured) {
    Recalibration best = Recalibration.NONE;
    double least = Quality.of(plain(matured)).logLoss();
    for (Layer layer : Layer.values()) {
      double loss = Quality.of(CrossValidation.of(layer.cases(matured))).logLoss();
      if (loss < least - WORTH_IT) {
        Recalibration fitted = layer.fit(matured);
        if (risesWithSilence(fitted)) {
          best = fitted;
          least = loss;
        }
      }
    }
    return best;
  }

  /** The full layer, each guest judged by one that was fitted without the guest. */
  public static List<Prediction> crossValidated(List<Matured> matured) {
    return CrossValidation.of(Layer.FULL.cases(matured));
  }

  private static boolean risesWithSilence(Recalibration layer) {
    return layer.slope() > 0 && layer.perSilence() >= 0 && layer.perAge() >= 0;
  }

  private static List<Prediction> plain(List<Matured> matured) {
    return matured.stream().map(one -> new Prediction(one.probability(), one.noStay())).toList();
  }
}
