package io.amends.scorer.domain.kernel;

/**
 * How guests differ: their pace is gamma distributed, their readiness to stop after a purchase is
 * beta distributed.
 *
 * @param r shape of the pace
 * @param alpha rate of the pace, in the unit of time of the purchases
 * @param a first shape of the readiness to stop; the mean readiness is a / (a + b)
 * @param b second shape of the readiness to stop
 */
public record Heterogeneity(double r, double alpha, double a, double b) {

  public Heterogeneity {
    requirePositive("r", r);
    requirePositive("alpha", alpha);
    requirePositive("a", a);
    requirePositive("b", b);
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("%s: %s (expected: above 0)".formatted(name, value));
    }
  }
}
