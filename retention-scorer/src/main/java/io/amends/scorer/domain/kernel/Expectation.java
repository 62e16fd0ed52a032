package io.amends.scorer.domain.kernel;

/** Expected purchases of the beta-geometric models, with Gauss' hypergeometric series. */
public final class Expectation {

  /** Far beyond what z of a thirty-year horizon needs; a sum that goes on is a fault of ours. */
  private static final int MOST_TERMS = 100_000;

  private static final double NEGLIGIBLE = 1e-12;

  /** The formula divides by a - 1; so near to 1 its value no longer changes. */
  private static final double NEAR_THE_GAP = 1e-6;

  private Expectation() {}

  /**
   * (a + c - 1)/(a - 1) (1 - (1 - z)^(r + x) 2F1(r + x, c; a + c - 1; z)) P(alive), z = h/(alpha +
   * T + h), by Euler's transformation (1 - z)^(a - 1) 2F1(a + c - 1 - r - x, a - 1; a + c - 1; z),
   * whose terms stay small.
   *
   * @param survivals the second beta shape after what the guest survived: b + x for BG/NBD, one
   *     more for MBG/NBD, whose first purchase was a risk too
   */
  static double purchases(
      Heterogeneity guests, Purchases guest, double horizon, double survivals, double alive) {
    double a = guests.a();
    if (a == 1) {
      throw new IllegalStateException("a: 1 (expected: any other)");
    }
    double total = a + survivals - 1;
    double z = horizon / (guests.alpha() + guest.now() + horizon);
    double series = series(total - guests.r() - guest.repeats(), a - 1, total, z);
    return total / (a - 1) * (1 - Math.pow(1 - z, a - 1) * series) * alive;
  }

  /**
   * How many purchases to expect of a guest who is alive and came back {@code survived} times, by
   * MBG/NBD; how often a guest bought and how often a guest decided to may differ.
   */
  public static double ifAlive(
      Heterogeneity guests, Purchases guest, int survived, double horizon) {
    boolean gap = Math.abs(guests.a() - 1) < NEAR_THE_GAP;
    Heterogeneity near =
        gap ? new Heterogeneity(guests.r(), guests.alpha(), 1 + NEAR_THE_GAP, guests.b()) : guests;
    return purchases(near, guest, horizon, near.b() + survived + 1, 1);
  }

  private static double series(double p, double q, double c, double z) {
    double sum = 1;
    double term = 1;
    for (int n = 0; n < MOST_TERMS; n++) {
      term *= (p + n) * (q + n) / ((c + n) * (n + 1)) * z;
      sum += term;
      if (Math.abs(term) < NEGLIGIBLE * Math.abs(sum)) {
        return sum;
      }
    }
    throw new IllegalStateException("terms: %d (expected: fewer)".formatted(MOST_TERMS));
  }
}
