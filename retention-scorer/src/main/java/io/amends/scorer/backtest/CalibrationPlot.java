package io.amends.scorer.backtest;

import io.amends.scorer.backtest.Plot.Point;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.domain.quality.Quality.Bin;
import java.util.List;

/** Of the guests of whom we said seven in ten would stay away, did seven in ten? */
final class CalibrationPlot {

  private CalibrationPlot() {}

  static String of(List<Prediction> predictions) {
    Plot plot = new Plot("Calibration", "predicted share without a stay", "realised");
    plot.line(
        List.of(new Point(0, 0), new Point(1, 1)), "stroke=\"#bbb\" stroke-dasharray=\"4 4\"");
    for (Bin bin : Quality.bins(predictions)) {
      if (bin.count() > 0) {
        Point point = new Point(bin.predicted() / bin.count(), bin.happened() / bin.count());
        plot.dot(point, (double) bin.count() / predictions.size());
      }
    }
    return plot.drawn();
  }
}
