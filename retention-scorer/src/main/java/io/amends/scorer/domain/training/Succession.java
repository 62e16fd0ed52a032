package io.amends.scorer.domain.training;

import io.amends.contracts.retention.FitEnded.Verdict;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fit.HotelFit.Outcome;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.domain.training.Training.Trained;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model that was made anew takes the place of the one in use.
 *
 * <p>Judges are the guests of whom it is known by now whether they stayed. The new model has
 * learned from those very outcomes, so in its stead stands what the same recipe makes of what was
 * known before them, against the one in use. If that one has learned from them too, the recipe has
 * to beat the prior, and the new model the one in use with both of them knowing. Worse is a mean
 * log loss that is higher by more than chance would have it, guest by guest.
 */
public record Succession(Training training) {

  /** Standard errors of the difference that chance exceeds once in twenty. */
  private static final double CHANCE = 1.645;

  /**
   * The model in use.
   *
   * @param knowsUpTo the last moment that it learned from
   */
  public record Sitting(RiskModel model, Instant knowsUpTo) {}

  /**
   * What came of it.
   *
   * @param trained what was made, whether or not it is taken
   * @param inUse how the model in use predicted what has happened since, null if too little has
   * @param candidate how the recipe did, null if too little has happened
   */
  public record Result(
      Verdict verdict, Trained trained, @Nullable Quality inUse, @Nullable Quality candidate) {}

  /**
   * Makes a model of what happened up to {@code cut}, from the prior, so that the same history
   * gives the same model whatever was in use before.
   *
   * @param histories one per guest, each in the order in which it happened
   */
  public Result after(Sitting sitting, List<List<GuestFact>> histories, Instant cut) {
    RiskModel inUse = sitting.model();
    RiskModel prior = Priors.MODEL.within(inUse.horizon());
    Trained trained = training.train(histories, cut, prior);
    if (trained.fit() instanceof Outcome.Kept kept) {
      return new Result(verdict(kept), trained, null, null);
    }
    if (trained.holdout() == null) {
      return new Result(Verdict.TOO_FEW_OUTCOMES, trained, null, null);
    }
    Instant before = cut.minus(inUse.horizon());
    RiskModel unaware = training.train(histories, before, prior).model();
    List<Prediction> recipe = training.predictions(histories, before, unaware);
    List<Prediction> old = training.predictions(histories, before, inUse);
    boolean knows = sitting.knowsUpTo().isAfter(before);
    boolean worse =
        knows
            ? isWorse(recipe, training.predictions(histories, before, prior))
                || isWorse(training.predictions(histories, before, trained.model()), old)
            : isWorse(recipe, old);
    return new Result(
        worse ? Verdict.PREDICTS_WORSE : Verdict.TAKEN_INTO_USE,
        trained,
        Quality.of(old),
        Quality.of(recipe));
  }

  private static Verdict verdict(Outcome.Kept kept) {
    return switch (kept.why()) {
      case TOO_FEW_GUESTS -> Verdict.TOO_FEW_GUESTS;
      case TOO_FEW_RETURNS -> Verdict.TOO_FEW_RETURNS;
      case DID_NOT_CONVERGE -> Verdict.DID_NOT_CONVERGE;
    };
  }

  static boolean isWorse(List<Prediction> candidate, List<Prediction> old) {
    int count = old.size();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double more = Quality.logLoss(candidate.get(i)) - Quality.logLoss(old.get(i));
      sum += more;
      squares += more * more;
    }
    double mean = sum / count;
    double variance = Math.max(0, squares / count - mean * mean);
    return mean > CHANCE * Math.sqrt(variance / count);
  }
}
