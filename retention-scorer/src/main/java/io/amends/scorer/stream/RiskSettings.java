package io.amends.scorer.stream;

import java.time.Duration;

/**
 * How the streams of the scorer are set.
 *
 * @param fitEvery how often a model is made anew
 * @param rescoredPerSecond how many guests of one task are scored anew after a change of the model
 */
public record RiskSettings(Duration fitEvery, int rescoredPerSecond) {

  /** Weekly: labels take half a year to mature, so a model ages slowly. [ours] */
  public static final RiskSettings DEFAULT = new RiskSettings(Duration.ofDays(7), 200);

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException if a model would never be made, or no guest scored anew
   */
  public RiskSettings {
    if (!fitEvery.isPositive()) {
      throw new IllegalArgumentException(
          "amends.scorer.fit-every: %s (expected: more than nothing)".formatted(fitEvery));
    }
    if (rescoredPerSecond < 1) {
      throw new IllegalArgumentException(
          "amends.scorer.rescored-per-second: %d (expected: 1 or more)"
              .formatted(rescoredPerSecond));
    }
  }
}
