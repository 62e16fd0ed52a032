package io.amends.scorer.domain.watch;

import io.amends.scorer.domain.score.Crossings.Standing;

/**
 * What was told of a guest last.
 *
 * @param noStay probability, to three digits: a store keeps one for each guest
 * @param model by which it was scored
 */
public record LastTold(Standing standing, double noStay, String model) {

  private static final double DIGITS = 1_000;

  public LastTold {
    noStay = Math.round(noStay * DIGITS) / DIGITS;
  }
}
