package io.amends.scorer.domain.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How good a set of predictions turned out to be.
 *
 * @param auc that a guest with the event was ranked above one without; ties count half; NaN if all
 *     or none had it
 * @param brier mean squared error of the probabilities
 * @param logLoss mean negative log likelihood
 * @param ece expected calibration error over ten bins of equal width
 * @param predicted mean probability
 * @param realised share with the event
 */
public record Quality(
    int count,
    double auc,
    double brier,
    double logLoss,
    double ece,
    double predicted,
    double realised) {

  private static final int BINS = 10;

  /** A wrong certainty costs this much and not infinitely: e^-13.8. */
  private static final double LEAST = 1e-6;

  public static Quality of(List<Prediction> predictions) {
    int count = predictions.size();
    double squares = 0;
    double logs = 0;
    double sum = 0;
    double happened = 0;
    for (Prediction one : predictions) {
      double error = one.probability() - one.outcome();
      squares += error * error;
      logs += logLoss(one);
      sum += one.probability();
      happened += one.outcome();
    }
    return new Quality(
        count,
        auc(predictions),
        squares / count,
        logs / count,
        ece(predictions),
        sum / count,
        happened / count);
  }

  /** What one prediction costs: its negative log likelihood. */
  public static double logLoss(Prediction one) {
    double right = one.happened() ? one.probability() : 1 - one.probability();
    return -Math.log(Math.max(LEAST, right));
  }

  /** By the ranks of Wilcoxon, Mann and Whitney. */
  public static double auc(List<Prediction> predictions) {
    List<Prediction> sorted = new ArrayList<>(predictions);
    sorted.sort(Comparator.comparingDouble(Prediction::probability));
    double rankSum = 0;
    double positives = 0;
    int start = 0;
    while (start < sorted.size()) {
      int end = start;
      int happened = 0;
      double value = sorted.get(start).probability();
      while (end < sorted.size() && sorted.get(end).probability() == value) {
        happened += sorted.get(end).outcome();
        end++;
      }
      rankSum += happened * (start + end + 1) / 2.0;
      positives += happened;
      start = end;
    }
    double negatives = sorted.size() - positives;
    return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
  }

  private static double ece(List<Prediction> predictions) {
    double gap = 0;
    for (Bin bin : bins(predictions)) {
      gap += Math.abs(bin.predicted() - bin.happened());
    }
    return gap / predictions.size();
  }

  /**
   * Predictions of one tenth of the scale.
   *
   * @param predicted sum of their probabilities
   * @param happened how many had the event
   */
  public record Bin(int count, double predicted, double happened) {

    private Bin and(Prediction one) {
      return new Bin(count + 1, predicted + one.probability(), happened + one.outcome());
    }
  }

  /** Ten bins of equal width, from sure not to sure. */
  public static List<Bin> bins(List<Prediction> predictions) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      bins.add(new Bin(0, 0, 0));
    }
    for (Prediction one : predictions) {
      int place = Math.clamp((int) (one.probability() * BINS), 0, BINS - 1);
      bins.set(place, bins.get(place).and(one));
    }
    return bins;
  }
}
