package io.amends.scorer.domain.kernel;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** Arithmetic on logarithms: two hundred stays must not overflow. */
final class Logs {

  private Logs() {}

  /** The logarithm of e^first + e^second. */
  static double sum(double first, double second) {
    double larger = Math.max(first, second);
    if (larger == Double.NEGATIVE_INFINITY) {
      return larger;
    }
    return larger + Math.log1p(Math.exp(Math.min(first, second) - larger));
  }

  /** The probability whose log odds these are. */
  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  static double gamma(double value) {
    return Gamma.logGamma(value);
  }

  static double beta(double p, double q) {
    return Beta.logBeta(p, q);
  }
}
