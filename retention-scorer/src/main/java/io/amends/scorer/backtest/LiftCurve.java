package io.amends.scorer.backtest;

import io.amends.scorer.backtest.Plot.Point;
import io.amends.scorer.domain.quality.Prediction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Of those who stayed away, how many are among the guests we would have turned to first? */
final class LiftCurve {

  private static final int POINTS = 100;

  private LiftCurve() {}

  static String of(List<Prediction> predictions) {
    List<Prediction> sorted = new ArrayList<>(predictions);
    sorted.sort(Comparator.comparingDouble(Prediction::probability).reversed());
    double all = Math.max(1, sorted.stream().mapToInt(Prediction::outcome).sum());
    List<Point> curve = new ArrayList<>();
    curve.add(new Point(0, 0));
    double found = 0;
    int done = 0;
    for (int point = 1; point <= POINTS; point++) {
      int upTo = (int) ((long) sorted.size() * point / POINTS);
      for (; done < upTo; done++) {
        found += sorted.get(done).outcome();
      }
      curve.add(new Point((double) point / POINTS, found / all));
    }
    Plot plot = new Plot("Lift", "guests, riskiest first", "share of those who stayed away");
    plot.line(
        List.of(new Point(0, 0), new Point(1, 1)), "stroke=\"#bbb\" stroke-dasharray=\"4 4\"");
    return plot.line(curve, "stroke=\"#1f6f8b\" stroke-width=\"2\"").drawn();
  }
}
