package io.amends.scorer.backtest;

import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to judge, and where to put what comes of it.
 *
 * @param history a file of one interaction a line
 * @param cuts days, UTC, at whose beginning guests are scored
 * @param horizon within which a stay counts
 * @param predictions where to write each guest's figures, null for nowhere
 * @param charts folder for the plots, null for none
 * @param start the model that fits start from, and that stays where they come to nothing
 * @param given the model to score with instead of fitting one for each cut, null to fit
 */
public record BacktestOptions(
    Path history,
    List<LocalDate> cuts,
    Duration horizon,
    @Nullable Path predictions,
    @Nullable Path charts,
    RiskModel start,
    @Nullable RiskModel given,
    RiskPolicy policy) {

  public BacktestOptions {
    cuts = cuts.stream().sorted().toList();
    if (cuts.isEmpty()) {
      throw new IllegalArgumentException("cuts: none (expected: one at least)");
    }
  }

  /** As the shipped model and policy have it. */
  public static BacktestOptions of(
      Path history, List<LocalDate> cuts, Duration horizon, @Nullable Path predictions) {
    return new BacktestOptions(
        history, cuts, horizon, predictions, null, Priors.MODEL, null, RiskPolicy.DEFAULT);
  }

  public BacktestOptions withCharts(Path folder) {
    return new BacktestOptions(history, cuts, horizon, predictions, folder, start, given, policy);
  }

  /** Scored by this model, whatever the history would teach. */
  public BacktestOptions givenModel(RiskModel model) {
    return new BacktestOptions(history, cuts, horizon, predictions, charts, start, model, policy);
  }
}
