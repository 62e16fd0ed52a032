package io.amends.scorer.domain.optimum;

import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression with a little ridge: features are standardised first, so that one penalty
 * fits all.
 *
 * @param coefficients intercept first, then one for each feature as it came
 */
public record Logistic(List<Double> coefficients) {

  /** Worth one guest's surprise at a coefficient of 1. */
  private static final double RIDGE = 1;

  /** One guest: what was known, and whether the event came about. */
  public record Case(List<Double> features, boolean happened) {}

  public Logistic {
    coefficients = List.copyOf(coefficients);
  }

  public double probability(List<Double> features) {
    double sum = coefficients.getFirst();
    for (int i = 0; i < features.size(); i++) {
      sum += coefficients.get(i + 1) * features.get(i);
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /**
   * Fits by maximum likelihood.
   *
   * @throws IllegalStateException if the search does not end
   */
  public static Logistic fit(List<Case> cases) {
    Standard standard = Standard.of(cases);
    double[][] rows = standard.rows(cases);
    return switch (Ascent.greatest(new Likelihood(rows, cases), new double[rows[0].length])) {
      case Search.Result.Found(var point, _) -> new Logistic(standard.back(point));
      case Search.Result.GaveUp(var why) -> throw new IllegalStateException(why);
    };
  }

  private static final class Likelihood implements Ascent.Hill {

    private final double[][] rows;
    private final List<Case> cases;

    Likelihood(double[][] rows, List<Case> cases) {
      this.rows = rows;
      this.cases = cases;
    }

    @Override
    public double height(double[] at) {
      double sum = 0;
      for (int i = 0; i < rows.length; i++) {
        double score = dot(rows[i], at);
        double signed = cases.get(i).happened() ? score : -score;
        sum -=
            signed > 0 ? Math.log(1 + Math.exp(-signed)) : Math.log(1 + Math.exp(signed)) - signed;
      }
      for (int j = 1; j < at.length; j++) {
        sum -= RIDGE / 2 * at[j] * at[j];
      }
      return sum;
    }

    @Override
    public double[] slope(double[] at) {
      double[] slope = new double[at.length];
      for (int i = 0; i < rows.length; i++) {
        double outcome = cases.get(i).happened() ? 1 : 0;
        double error = outcome - 1 / (1 + Math.exp(-dot(rows[i], at)));
        for (int j = 0; j < at.length; j++) {
          slope[j] += error * rows[i][j];
        }
      }
      for (int j = 1; j < at.length; j++) {
        slope[j] -= RIDGE * at[j];
      }
      return slope;
    }

    private static double dot(double[] row, double[] at) {
      double sum = 0;
      for (int j = 0; j < at.length; j++) {
        sum += row[j] * at[j];
      }
      return sum;
    }
  }

  /** Means and deviations of the features. */
  private record Standard(List<Double> means, List<Double> deviations) {

    static Standard of(List<Case> cases) {
      int features = cases.getFirst().features().size();
      double[] sums = new double[features];
      double[] squares = new double[features];
      for (Case one : cases) {
        for (int j = 0; j < features; j++) {
          double value = one.features().get(j);
          sums[j] += value;
          squares[j] += value * value;
        }
      }
      Double[] means = new Double[features];
      Double[] deviations = new Double[features];
      for (int j = 0; j < features; j++) {
        means[j] = sums[j] / cases.size();
        double variance = squares[j] / cases.size() - means[j] * means[j];
        deviations[j] = variance > 1e-12 ? Math.sqrt(variance) : 1;
      }
      return new Standard(List.of(means), List.of(deviations));
    }

    double[][] rows(List<Case> cases) {
      double[][] rows = new double[cases.size()][];
      for (int i = 0; i < rows.length; i++) {
        double[] row = new double[means.size() + 1];
        row[0] = 1;
        for (int j = 0; j < means.size(); j++) {
          row[j + 1] = (cases.get(i).features().get(j) - means.get(j)) / deviations.get(j);
        }
        rows[i] = row;
      }
      return rows;
    }

    List<Double> back(List<Double> point) {
      double[] coefficients = new double[point.size()];
      coefficients[0] = point.getFirst();
      for (int j = 0; j < means.size(); j++) {
        coefficients[j + 1] = point.get(j + 1) / deviations.get(j);
        coefficients[0] -= coefficients[j + 1] * means.get(j);
      }
      return Arrays.stream(coefficients).boxed().toList();
    }
  }
}
