package io.amends.scorer.backtest;

import io.amends.scorer.backtest.BacktestReport.Cut;
import io.amends.scorer.backtest.BacktestReport.Judged;
import io.amends.scorer.domain.fit.HotelFit.Outcome;
import io.amends.scorer.domain.kernel.Heterogeneity;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.domain.training.Training.Trained;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a report in lines that fit a terminal. */
public final class ReportPrinter {

  private final Appendable out;

  public ReportPrinter(Appendable out) {
    this.out = out;
  }

  /**
   * Prints a report.
   *
   * @throws IOException if it cannot be written
   */
  public void print(BacktestReport report) throws IOException {
    line(
        "%,d lines, %,d refused, %,d guests, horizon %d days",
        report.lines(), report.refused(), report.guests(), report.horizon().toDays());
    for (Cut cut : report.cuts()) {
      print(cut);
    }
  }

  private void print(Cut cut) throws IOException {
    line("");
    line("%s: %,d guests", cut.day(), cut.guests().size());
    Trained trained = cut.trained();
    line(
        "  model       %s",
        trained == null ? cut.model().version() + ", as given" : fit(trained.fit()));
    line("  parameters  %s", parameters(cut.model()));
    Quality holdout = trained == null ? null : trained.holdout();
    if (trained != null && holdout != null) {
      line(
          "  chosen      %s, log loss %.4f against %.4f on the %,d outcomes before the cut",
          trained.recipe(),
          holdout.logLoss(),
          otherwise(trained.others(), holdout).logLoss(),
          holdout.count());
    }
    Judged judged = cut.judged();
    if (judged == null) {
      line("  the history ends before the horizon: nothing to judge by");
      return;
    }
    line(
        "  %-30s %8s %6s %6s %8s %6s %9s %8s",
        "", "guests", "AUC", "Brier", "log loss", "ECE", "predicted", "realised");
    line(judged.model(), "risk of no stay");
    line(judged.afterComplaint(), "  last stay had a complaint");
    line(judged.rfm(), "logistic RFM, matured labels");
    line("  %-30s %8s %6.4f", "recency, ranking only", "", judged.recencyAuc());
  }

  private static Quality otherwise(@Nullable Quality quality, Quality other) {
    return quality == null ? other : quality;
  }

  private static String fit(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Fitted fitted ->
          String.format(
              Locale.ROOT,
              "fitted to %,d guests, %,d decisions after a failure, log likelihood %.1f",
              fitted.guests(),
              fitted.cases(),
              fitted.logLikelihood());
      case Outcome.Kept kept ->
          String.format(
              Locale.ROOT,
              "kept %s: %s, %,d guests",
              kept.model().version(),
              kept.why(),
              kept.guests());
    };
  }

  private static String parameters(RiskModel model) {
    Heterogeneity guests = model.guests();
    return String.format(
        Locale.ROOT,
        "r %.3f alpha %.2f weeks a %.3f b %.3f; TARP at %.2f, quick within %s; cancelled %.3f",
        guests.r(),
        guests.alpha(),
        guests.a(),
        guests.b(),
        model.failures().tarp().strength(),
        model.failures().quickWithin(),
        model.habits().cancelled());
  }

  private void line(@Nullable Quality quality, String what) throws IOException {
    if (quality != null) {
      line(
          "  %-30s %,8d %6.4f %6.4f %8.4f %6.4f %9.4f %8.4f",
          what,
          quality.count(),
          quality.auc(),
          quality.brier(),
          quality.logLoss(),
          quality.ece(),
          quality.predicted(),
          quality.realised());
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be one dependency more
  private void line(String format, Object... values) throws IOException {
    out.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
