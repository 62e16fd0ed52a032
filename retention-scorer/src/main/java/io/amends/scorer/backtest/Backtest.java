package io.amends.scorer.backtest;

import io.amends.scorer.backtest.BacktestReport.Cut;
import io.amends.scorer.backtest.BacktestReport.GuestRisk;
import io.amends.scorer.backtest.BacktestReport.Judged;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.optimum.Logistic;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.statistics.Statistics;
import io.amends.scorer.domain.training.Outcomes;
import io.amends.scorer.domain.training.Training;
import io.amends.scorer.domain.training.Training.Trained;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replays a history at its own time through the very code that scores live: at each cut the model
 * is made from what lies before it, guests are scored, and what followed is the judge.
 */
public final class Backtest {

  /** A history may end some quiet days before its last day. [ours] */
  private static final Duration QUIET_END = Duration.ofDays(7);

  private final BacktestOptions options;
  private final Scorer scorer;

  private Backtest(BacktestOptions options) {
    this.options = options;
    this.scorer = new Scorer(options.policy());
  }

  /**
   * Runs it, and writes the files that the options ask for.
   *
   * @throws IOException if the history cannot be read or a file not written
   */
  public static BacktestReport run(BacktestOptions options) throws IOException {
    Histories histories = Histories.read(options.history());
    Backtest backtest = new Backtest(options);
    List<Cut> cuts =
        options.cuts().parallelStream() // no cut knows another
            .map(day -> backtest.at(day, histories.byGuest()))
            .toList();
    BacktestReport report =
        new BacktestReport(
            histories.lines(),
            histories.refused(),
            histories.byGuest().size(),
            options.horizon(),
            cuts);
    Outputs.write(report, options);
    return report;
  }

  private Cut at(LocalDate day, Map<String, List<GuestFact>> histories) {
    Instant cut = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    List<List<GuestFact>> all = List.copyOf(histories.values());
    RiskModel given = options.given();
    Trained trained = given == null ? train(all, cut) : null;
    RiskModel model =
        trained != null ? trained.model() : Objects.requireNonNull(given).over(options.horizon());
    List<GuestRisk> risks = new ArrayList<>();
    Judging judging = new Judging(all, cut);
    histories.forEach(
        (guest, history) -> {
          if (!history.getFirst().at().isAfter(cut)) {
            Statistics known = replay(history, cut).at(cut);
            Scorer.Risk risk = scorer.risk(known, cut, model);
            risks.add(new GuestRisk(guest, risk.noStay(), risk.gone()));
            judging.add(known, history, risk.noStay());
          }
        });
    return new Cut(day, model, trained, risks, judging.judged());
  }

  private Trained train(List<List<GuestFact>> histories, Instant cut) {
    return new Training(scorer).train(histories, cut, options.start().within(options.horizon()));
  }

  private static GuestProfile replay(List<GuestFact> history, Instant cut) {
    GuestProfile profile = GuestProfile.NEW;
    for (GuestFact fact : history) {
      if (fact.at().isAfter(cut)) {
        break;
      }
      profile = ProfileRules.DEFAULT.evolve(profile, fact).profile();
    }
    return profile;
  }

  /** Puts what was said beside what happened. */
  private final class Judging {

    private final Instant cut;
    private final boolean canJudge;
    private final Optional<Logistic> rfm;
    private final List<Prediction> model = new ArrayList<>();
    private final List<Prediction> afterComplaint = new ArrayList<>();
    private final List<Prediction> recency = new ArrayList<>();
    private final List<Prediction> baseline = new ArrayList<>();

    Judging(List<List<GuestFact>> histories, Instant cut) {
      this.cut = cut;
      Instant last =
          histories.stream()
              .map(history -> history.getLast().at())
              .max(Instant::compareTo)
              .orElse(cut);
      this.canJudge = last.isAfter(cut.plus(options.horizon()).minus(QUIET_END));
      this.rfm = canJudge ? Rfm.train(histories, cut, options.horizon()) : Optional.empty();
    }

    void add(Statistics guest, List<GuestFact> history, double noStay) {
      Instant since = guest.since();
      if (!canJudge || since == null) {
        return;
      }
      boolean stayedAway = Outcomes.noStay(guest, history, cut, options.horizon());
      Prediction prediction = new Prediction(noStay, stayedAway);
      model.add(prediction);
      if (guest.clock().running() && !guest.episode().complaints().isEmpty()) {
        afterComplaint.add(prediction);
      }
      recency.add(new Prediction(Rfm.recency(guest, cut), stayedAway));
      rfm.ifPresent(logistic -> baseline.add(Rfm.predict(logistic, guest, since, cut, stayedAway)));
    }

    @Nullable Judged judged() {
      return model.isEmpty()
          ? null
          : new Judged(
              Quality.of(model),
              afterComplaint.isEmpty() ? null : Quality.of(afterComplaint),
              Quality.auc(recency),
              baseline.isEmpty() ? null : Quality.of(baseline),
              model);
    }
  }
}
