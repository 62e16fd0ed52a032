package io.amends.scorer.domain.kernel;

/** What a silence says: nothing of a slow guest, much of a guest who used to come often. */
public final class Silence {

  private Silence() {}

  /** By how much the silence since the last purchase raises the log odds of having stopped. */
  static double weighs(Heterogeneity guests, Purchases guest) {
    return weighs(guests, guest.repeats(), guest.last(), guest.now());
  }

  /**
   * By how much the silence between {@code last} and {@code now} raises the log odds of having
   * stopped: (r + x) log((alpha + T) / (alpha + t_x)).
   */
  public static double weighs(Heterogeneity guests, double repeats, double last, double now) {
    return (guests.r() + repeats) * Math.log((guests.alpha() + now) / (guests.alpha() + last));
  }
}
