package io.amends.scorer.fitting;

import io.amends.contracts.retention.FitEnded;
import io.amends.contracts.retention.FitEnded.Verdict;
import io.amends.contracts.retention.ModelPublished;
import io.amends.contracts.retention.ModelPublished.Window;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fit.HotelFit.Outcome;
import io.amends.scorer.domain.model.Parameters;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.domain.training.GuestSample;
import io.amends.scorer.domain.training.Succession;
import io.amends.scorer.domain.training.Succession.Result;
import io.amends.scorer.domain.training.Succession.Sitting;
import io.amends.scorer.domain.training.Training;
import io.amends.scorer.domain.training.Training.Trained;
import io.amends.scorer.stream.InForce.Rules;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model of what a replay told, and says in the words of the contract what came of it.
 *
 * @param published the model in use as it was published; null if it ships
 */
record FitJob(GuestSample sample, Instant cut, Rules inForce, @Nullable ModelPublished published) {

  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("'fit-'yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * What came of it.
   *
   * @param candidate null if nothing could be fitted
   */
  record Done(FitEnded ended, @Nullable ModelPublished candidate) {}

  Done run() {
    List<List<GuestFact>> histories =
        sample.histories().stream()
            .filter(history -> !history.getFirst().at().isAfter(cut))
            .toList();
    RiskModel inUse = inForce.model();
    Result result =
        new Succession(new Training(inForce.watch().scorer()))
            .after(new Sitting(inUse, knowsUpTo()), histories, cut);
    Map<String, Double> figures = new HashMap<>();
    Quality old = result.inUse();
    if (old != null) {
      put(figures, "inUse", old);
      put(figures, "inUse.drift", drift(old.logLoss()));
    }
    Quality recipe = result.candidate();
    if (recipe != null) {
      put(figures, "candidate", recipe);
    }
    ModelPublished candidate = candidate(result, histories);
    String taken =
        candidate != null && result.verdict() == Verdict.TAKEN_INTO_USE
            ? candidate.version()
            : inUse.version();
    FitEnded ended =
        new FitEnded(
            cut,
            result.verdict(),
            taken,
            candidate == null ? null : candidate.version(),
            histories.size(),
            figures);
    return new Done(ended, candidate);
  }

  /** Outcomes up to here have taught the model in use. */
  private Instant knowsUpTo() {
    Window window = published == null ? null : published.window();
    return window == null ? Instant.EPOCH : window.to();
  }

  /** Against the holdout with which the model in use was published. */
  private double drift(double logLoss) {
    Double then = published == null ? null : published.figures().get("holdout.logLoss");
    return then == null ? Double.NaN : logLoss - then;
  }

  private @Nullable ModelPublished candidate(Result result, List<List<GuestFact>> histories) {
    Trained trained = result.trained();
    if (!(trained.fit() instanceof Outcome.Fitted fitted)) {
      return null;
    }
    Map<String, Double> figures = new HashMap<>();
    figures.put("logLikelihood", fitted.logLikelihood());
    figures.put("guests", (double) fitted.guests());
    figures.put("cases", (double) fitted.cases());
    Quality holdout = result.candidate();
    if (holdout != null) {
      put(figures, "holdout", holdout);
    }
    Instant first =
        histories.stream()
            .map(history -> history.getFirst().at())
            .min(Instant::compareTo)
            .orElse(cut);
    return new ModelPublished(
        VERSION.format(cut),
        cut,
        trained.model().failures().tarp().name(),
        new Window(first, cut, histories.size(), sample.share()),
        Parameters.of(trained.model()),
        figures);
  }

  private static void put(Map<String, Double> figures, String whose, Quality quality) {
    Map.of(
            "count", (double) quality.count(),
            "auc", quality.auc(),
            "brier", quality.brier(),
            "logLoss", quality.logLoss(),
            "ece", quality.ece(),
            "predicted", quality.predicted(),
            "realised", quality.realised())
        .forEach((name, value) -> put(figures, whose + "." + name, value));
  }

  /** What is not a number was not measured. */
  private static void put(Map<String, Double> figures, String name, double value) {
    if (Double.isFinite(value)) {
      figures.put(name, value);
    }
  }
}
