package io.amends.scorer.domain.optimum;

import io.amends.scorer.domain.quality.Prediction;
import java.util.ArrayList;
import java.util.List;

/** Every guest judged by a layer that never saw the guest: five parts, each left out once. */
public final class CrossValidation {

  private static final int FOLDS = 5;

  private CrossValidation() {}

  /** Predictions in the order of the cases; case i is in fold i modulo 5. */
  public static List<Prediction> of(List<Logistic.Case> cases) {
    List<Logistic> withoutFold = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<Logistic.Case> others = new ArrayList<>();
      for (int i = 0; i < cases.size(); i++) {
        if (i % FOLDS != fold) {
          others.add(cases.get(i));
        }
      }
      withoutFold.add(Logistic.fit(others));
    }
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Logistic.Case one = cases.get(i);
      double probability = withoutFold.get(i % FOLDS).probability(one.features());
      predictions.add(new Prediction(probability, one.happened()));
    }
    return predictions;
  }
}
