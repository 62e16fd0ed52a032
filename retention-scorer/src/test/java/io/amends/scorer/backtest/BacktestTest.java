package io.amends.scorer.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.ReferenceData;
import io.amends.scorer.backtest.BacktestReport.Cut;
import io.amends.scorer.backtest.BacktestReport.Judged;
import io.amends.scorer.domain.fit.HotelFit.Outcome;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.world.Generator;
import io.amends.scorer.world.Ndjson;
import io.amends.scorer.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BacktestTest {

  private static final Duration HORIZON = Duration.ofDays(180);
  private static final LocalDate CUT = LocalDate.parse("2026-01-01");

  @TempDir private Path folder = Path.of(".");

  @Test
  void a_history_is_replayed_judged_and_written_down() throws IOException {
    Path history = folder.resolve("history.ndjson");
    Path predictions = folder.resolve("predictions.csv");
    Ndjson.write(Generator.lives(World.PLAIN.complaining(0.4).guests(4_000), 41), history);

    BacktestReport report =
        Backtest.run(
            BacktestOptions.of(history, List.of(CUT, CUT.plusDays(90)), HORIZON, predictions)
                .withCharts(folder.resolve("charts")));

    assertThat(report.guests()).isEqualTo(4_000);
    assertThat(report.refused()).isZero();
    Judged judged = judged(report.cuts().getFirst());
    assertThat(judged.model().auc()).isGreaterThan(judged.recencyAuc());
    assertThat(judged.model().brier()).isLessThan(Objects.requireNonNull(judged.rfm()).brier());
    assertThat(Objects.requireNonNull(judged.afterComplaint()).count()).isGreaterThan(150);
    List<String> lines = Files.readAllLines(predictions);
    assertThat(lines.getFirst()).isEqualTo("guest_id,cut_date,p_no_stay,p_gone");
    assertThat(lines.get(1)).matches("G-\\d{5},2026-01-01,[01]\\.\\d{6},[01]\\.\\d{6}");
    assertThat(lines)
        .hasSize(1 + report.cuts().stream().mapToInt(cut -> cut.guests().size()).sum());
    assertThat(folder.resolve("charts/calibration-2026-01-01.svg"))
        .content()
        .startsWith("<svg")
        .contains("<circle");
    assertThat(folder.resolve("charts/lift-2026-04-01.svg")).content().contains("<polyline");
  }

  @Test
  void what_is_printed_has_the_simple_things_beside_the_model() throws IOException {
    Path history = folder.resolve("history.ndjson");
    Ndjson.write(Generator.lives(World.PLAIN.complaining(0.4).guests(3_000), 42), history);
    StringBuilder printed = new StringBuilder();

    new ReportPrinter(printed)
        .print(Backtest.run(BacktestOptions.of(history, List.of(CUT), HORIZON, null)));

    assertThat(printed.toString())
        .contains(
            "0 refused",
            "AUC  Brier log loss    ECE",
            "risk of no stay",
            "last stay had a complaint",
            "logistic RFM",
            "recency, ranking only");
  }

  @Test
  void a_model_that_is_given_scores_as_it_is_and_nothing_is_fitted() throws IOException {
    Path history = folder.resolve("history.ndjson");
    Ndjson.write(Generator.lives(World.PLAIN.guests(1_000), 43), history);

    BacktestReport report =
        Backtest.run(
            BacktestOptions.of(history, List.of(CUT), HORIZON, null).givenModel(Priors.MODEL));

    assertThat(report.cuts().getFirst().trained()).isNull();
    assertThat(report.cuts().getFirst().model()).isSameAs(Priors.MODEL);
    StringBuilder printed = new StringBuilder();
    new ReportPrinter(printed).print(report);
    assertThat(printed.toString()).contains("prior-1, as given");
  }

  @Test
  void a_cut_whose_horizon_the_history_does_not_reach_is_scored_and_not_judged()
      throws IOException {
    Path history = folder.resolve("history.ndjson");
    Ndjson.write(Generator.lives(World.PLAIN.guests(1_000), 43), history);

    BacktestReport report =
        Backtest.run(
            BacktestOptions.of(history, List.of(LocalDate.parse("2026-11-01")), HORIZON, null));

    assertThat(report.cuts().getFirst().judged()).isNull();
    assertThat(report.cuts().getFirst().guests()).isNotEmpty();
  }

  @Test
  void real_repeat_purchases_are_predicted_as_well_as_the_reference_does() throws IOException {
    BacktestReport report =
        Backtest.run(
            BacktestOptions.of(
                ReferenceData.file("stays.ndjson"),
                List.of(LocalDate.parse("1997-10-01")),
                Duration.ofDays(39 * 7),
                null));

    Cut cut = report.cuts().getFirst();
    Outcome.Fitted fit = (Outcome.Fitted) Objects.requireNonNull(cut.trained()).fit();
    assertThat(fit.model().guests().r()).isEqualTo(0.525, within(0.01));
    assertThat(fit.model().guests().alpha()).isEqualTo(6.183, within(0.1));
    Quality quality = judged(cut).model();
    assertThat(quality.count()).isEqualTo(2_357);
    assertThat(quality.realised()).isEqualTo(0.7098, within(5e-4));
    assertThat(quality.brier()).isLessThanOrEqualTo(0.162);
    assertThat(quality.logLoss()).isLessThanOrEqualTo(0.509);
  }

  private static Judged judged(Cut cut) {
    return Objects.requireNonNull(cut.judged());
  }
}
