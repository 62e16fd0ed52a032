package io.amends.scorer.domain.quality;

/**
 * What was predicted of one guest, and what happened.
 *
 * @param probability of the event
 * @param happened whether it came about
 */
public record Prediction(double probability, boolean happened) {

  public int outcome() {
    return happened ? 1 : 0;
  }
}
