package io.amends.scorer.backtest;

import io.amends.scorer.backtest.BacktestReport.Cut;
import io.amends.scorer.backtest.BacktestReport.GuestRisk;
import io.amends.scorer.backtest.BacktestReport.Judged;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes what the options ask for: a row per guest and cut, and two plots per cut. */
final class Outputs {

  private Outputs() {}

  static void write(BacktestReport report, BacktestOptions options) throws IOException {
    if (options.predictions() != null) {
      predictions(report, options.predictions());
    }
    if (options.charts() != null) {
      Files.createDirectories(options.charts());
      for (Cut cut : report.cuts()) {
        if (cut.judged() != null) {
          charts(cut, cut.judged(), options.charts());
        }
      }
    }
  }

  private static void predictions(BacktestReport report, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("guest_id,cut_date,p_no_stay,p_gone\n");
      for (Cut cut : report.cuts()) {
        for (GuestRisk one : cut.guests()) {
          out.write(
              String.format(
                  Locale.ROOT,
                  "%s,%s,%.6f,%.6f%n",
                  one.guest(),
                  cut.day(),
                  one.noStay(),
                  one.gone()));
        }
      }
    }
  }

  private static void charts(Cut cut, Judged judged, Path folder) throws IOException {
    Files.writeString(
        folder.resolve("calibration-" + cut.day() + ".svg"),
        CalibrationPlot.of(judged.predictions()));
    Files.writeString(
        folder.resolve("lift-" + cut.day() + ".svg"), LiftCurve.of(judged.predictions()));
  }
}
