package io.amends.scorer.backtest;

import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.domain.training.Training.Trained;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the risk would have been on a chain's own past.
 *
 * @param lines read
 * @param refused lines that made no sense
 */
public record BacktestReport(int lines, int refused, int guests, Duration horizon, List<Cut> cuts) {

  public BacktestReport {
    cuts = List.copyOf(cuts);
  }

  /**
   * One day at whose beginning all guests known by then were scored.
   *
   * @param model by which they were scored
   * @param trained what the model was made from, null if it was given
   * @param judged null where the history ends before the horizon
   */
  public record Cut(
      LocalDate day,
      RiskModel model,
      @Nullable Trained trained,
      List<GuestRisk> guests,
      @Nullable Judged judged) {

    public Cut {
      guests = List.copyOf(guests);
    }
  }

  /** What was said of one guest. */
  public record GuestRisk(String guest, double noStay, double gone) {}

  /**
   * What came of it, with the simple things beside it.
   *
   * @param afterComplaint the guests whose last stay had a complaint; null if there are none
   * @param recencyAuc of ranking by the days since the last stay
   * @param rfm a logistic regression on recency, frequency and money, trained on the outcomes that
   *     had matured by the cut; null if none had
   */
  public record Judged(
      Quality model,
      @Nullable Quality afterComplaint,
      double recencyAuc,
      @Nullable Quality rfm,
      List<Prediction> predictions) {

    public Judged {
      predictions = List.copyOf(predictions);
    }
  }
}
