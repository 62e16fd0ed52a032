package io.amends.scorer.domain.kernel;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Pareto/NBD: a guest may stop at any moment, purchase or not.
 *
 * <p>Schmittlein, Morrison and Colombo, Management Science 33(1), 1987. Kept as a yardstick for the
 * kernel in use. One integral instead of a hypergeometric function: 20 points of Gauss-Legendre on
 * log(beta + y) reach the published likelihood.
 *
 * @param r shape of the pace
 * @param alpha rate of the pace
 * @param s shape of the hazard of stopping
 * @param beta rate of the hazard of stopping
 */
public record ParetoNegativeBinomial(double r, double alpha, double s, double beta)
    implements BuyTillYouDie {

  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
  private static final int POINTS = 20;

  public ParetoNegativeBinomial {
    if (!(r > 0 && alpha > 0 && s > 0 && beta > 0)) {
      throw new IllegalArgumentException(
          "parameters: %s, %s, %s, %s (expected: above 0)".formatted(r, alpha, s, beta));
    }
  }

  @Override
  public double logLikelihood(Purchases guest) {
    return Logs.gamma(r + guest.repeats())
        - Logs.gamma(r)
        + r * Math.log(alpha)
        + s * Math.log(beta)
        + Logs.sum(stillBuying(guest), stoppedBefore(guest));
  }

  @Override
  public double alive(Purchases guest) {
    return Logs.probability(stillBuying(guest) - stoppedBefore(guest));
  }

  private double stillBuying(Purchases guest) {
    return -(r + guest.repeats()) * Math.log(alpha + guest.now())
        - s * Math.log(beta + guest.now());
  }

  private double stoppedBefore(Purchases guest) {
    if (guest.last() == guest.now()) {
      return Double.NEGATIVE_INFINITY;
    }
    double purchases = r + guest.repeats();
    double from = Math.log(beta + guest.last());
    double largest = -s * from - purchases * Math.log(alpha + guest.last());
    GaussIntegrator rule = GAUSS.legendre(POINTS, from, Math.log(beta + guest.now()));
    double area =
        rule.integrate(
            u -> Math.exp(-s * u - purchases * Math.log(alpha - beta + Math.exp(u)) - largest));
    return Math.log(s * area) + largest;
  }
}
