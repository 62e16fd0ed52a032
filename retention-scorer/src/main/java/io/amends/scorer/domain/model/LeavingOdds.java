package io.amends.scorer.domain.model;

import io.amends.scorer.domain.kernel.Heterogeneity;

/** The odds that a guest leaves at a decision. */
public final class LeavingOdds {

  private LeavingOdds() {}

  /**
   * Log odds of leaving of a guest who came back {@code survived} times, after a stay that keeps
   * only the share {@code kept} of those who would come back otherwise: (a + b + k) / ((b + k) m) -
   * 1.
   */
  public static double of(Heterogeneity guests, int survived, double kept) {
    double stay = guests.b() + survived;
    return Math.log((guests.a() + stay * (1 - kept)) / (stay * kept));
  }
}
