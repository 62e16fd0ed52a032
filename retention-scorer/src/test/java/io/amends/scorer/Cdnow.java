package io.amends.scorer;

import io.amends.scorer.domain.kernel.Purchases;
import java.util.List;

/**
 * The 2,357 customers of the CDNOW sample and what an independent implementation makes of them, at
 * 39 weeks, with the published parameters.
 */
public final class Cdnow {

  private Cdnow() {}

  public record Row(
      String id,
      Purchases purchases,
      boolean nothingBought,
      Judgement betaGeometric,
      Judgement modifiedBetaGeometric,
      Judgement pareto) {}

  public record Judgement(double alive, double nothing) {}

  public static List<Row> rows() {
    return ReferenceData.lines("cdnow-reference.csv").stream().skip(1).map(Cdnow::row).toList();
  }

  private static Row row(String line) {
    String[] cells = line.split(",", -1);
    double[] numbers = new double[cells.length];
    for (int i = 1; i < cells.length; i++) {
      numbers[i] = Double.parseDouble(cells[i]);
    }
    return new Row(
        cells[0],
        new Purchases(numbers[1], numbers[2], numbers[3]),
        numbers[4] == 1,
        new Judgement(numbers[5], numbers[6]),
        new Judgement(numbers[7], numbers[8]),
        new Judgement(numbers[9], numbers[10]));
  }
}
