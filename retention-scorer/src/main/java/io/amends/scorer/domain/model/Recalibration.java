package io.amends.scorer.domain.model;

/**
 * Makes probabilities mean what they say on the chain's own matured outcomes: a logistic layer over
 * the model's log odds.
 *
 * @param slope of the model's own log odds
 * @param perRepeat of log(1 + x)
 * @param perSilence of log(1 + weeks without a booking since the last decision)
 * @param perAge of log(1 + weeks on the process clock)
 */
public record Recalibration(
    double intercept, double slope, double perRepeat, double perSilence, double perAge) {

  public static final Recalibration NONE = new Recalibration(0, 1, 0, 0, 0);

  /** No guest is as sure as a logit of 9, one in 8,100; a certain one must not weigh infinitely. */
  private static final double CLIP = 9;

  /** What it adds to the log odds of a guest, whatever the model says. */
  public double beside(double repeats, double silence, double age) {
    return intercept
        + (perRepeat == 0 ? 0 : perRepeat * Math.log(1 + repeats))
        + (perSilence == 0 ? 0 : perSilence * Math.log(1 + silence))
        + (perAge == 0 ? 0 : perAge * Math.log(1 + age));
  }

  /** The probability that a guest's own means, calibrated. */
  public double apply(double probability, double beside) {
    return isNone() ? probability : 1 / (1 + Math.exp(-(beside + slope * logit(probability))));
  }

  private boolean isNone() {
    return slope == 1 && intercept == 0 && perRepeat == 0 && perSilence == 0 && perAge == 0;
  }

  /** Whether what rises while a guest is silent goes on rising through it. */
  public boolean keepsRising() {
    return slope >= 0 && perSilence >= 0 && perAge >= 0;
  }

  /** The log odds of a probability, clipped. */
  public static double logit(double probability) {
    return Math.clamp(Math.log(probability / (1 - probability)), -CLIP, CLIP);
  }
}
