package io.amends.scorer.domain.training;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fit.HotelFit;
import io.amends.scorer.domain.fit.Sample;
import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.statistics.Statistics;
import io.amends.scorer.domain.training.RecalibrationFit.Matured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a model from histories: fits, chooses by how well each candidate predicted what has
 * happened since, lays the recalibration on top, and fits again up to now.
 *
 * @param scorer that the model will be used by
 */
public record Training(Scorer scorer) {

  /** Fewer matured outcomes than this judge nobody. [ours] */
  private static final int ENOUGH_OUTCOMES = 500;

  /** Of guests who stayed, and of guests who did not. [ours] */
  private static final int ENOUGH_OF_EACH = 30;

  /** Earlier moments at which outcomes are looked at as well, so that no season decides. */
  private static final List<Duration> EARLIER =
      List.of(Duration.ZERO, Duration.ofDays(90), Duration.ofDays(180));

  /** Less past than this before a moment, and nobody had the time to come back. [ours] */
  private static final Duration LEAST_PAST = Duration.ofDays(365);

  private static final double SECONDS_OF_A_WEEK = 7 * 86_400.0;

  public static final Training DEFAULT = new Training(new Scorer(RiskPolicy.DEFAULT));

  /** Which recipe won. */
  public enum Recipe {
    /** Everything was learned. */
    LEARNED,
    /** Pace and habits were learned, the evidence is what it was before. */
    PRIOR_EVIDENCE
  }

  /**
   * What training came to.
   *
   * @param holdout how the winner predicted outcomes that it did not know, null if none had matured
   * @param others how the loser did, null if none had matured
   */
  public record Trained(
      HotelFit.Outcome fit,
      RiskModel model,
      Recipe recipe,
      @Nullable Quality holdout,
      @Nullable Quality others) {}

  /**
   * Trains on what happened up to {@code cut}, and on nothing after it.
   *
   * @param histories one per guest, each in the order in which it happened
   * @param old where the search starts, and what stays if it comes to nothing
   */
  public Trained train(List<List<GuestFact>> histories, Instant cut, RiskModel old) {
    Instant before = cut.minus(old.horizon());
    HotelFit then = new HotelFit(sample(histories, before));
    RiskModel learned = plain(then.chain(old).model());
    RiskModel prior = plain(then.paceOnly(old).model());
    List<Matured> ofLearned = matured(histories, before, learned, List.of(Duration.ZERO));
    if (!areEnough(ofLearned)) {
      HotelFit.Outcome fit = new HotelFit(sample(histories, cut)).chain(old);
      return new Trained(fit, fit.model(), Recipe.LEARNED, null, null);
    }
    Quality learnedDid = quality(ofLearned);
    Quality priorDid = quality(matured(histories, before, prior, List.of(Duration.ZERO)));
    boolean learnedWins = learnedDid.logLoss() <= priorDid.logLoss();
    Recalibration layer =
        RecalibrationFit.fit(matured(histories, before, learnedWins ? learned : prior, EARLIER));
    HotelFit now = new HotelFit(sample(histories, cut));
    HotelFit.Outcome fit = learnedWins ? now.chain(learned) : now.paceOnly(prior);
    return new Trained(
        fit,
        fit.model().with(layer, learnedDid.realised()),
        learnedWins ? Recipe.LEARNED : Recipe.PRIOR_EVIDENCE,
        learnedWins ? learnedDid : priorDid,
        learnedWins ? priorDid : learnedDid);
  }

  /**
   * How a model, as it is, predicted what has happened since a moment: what a new one must not fall
   * behind before it is taken into use.
   */
  public Quality judge(List<List<GuestFact>> histories, Instant moment, RiskModel model) {
    return Quality.of(predictions(histories, moment, model));
  }

  /** The same, guest by guest, in the order of the histories. */
  List<Prediction> predictions(List<List<GuestFact>> histories, Instant moment, RiskModel model) {
    return predictions(matured(histories, moment, model, List.of(Duration.ZERO)));
  }

  /** Where nobody came back, or everybody did, outcomes teach nothing either. */
  private static boolean areEnough(List<Matured> outcomes) {
    long stayed = outcomes.stream().filter(one -> !one.noStay()).count();
    return outcomes.size() >= ENOUGH_OUTCOMES
        && stayed >= ENOUGH_OF_EACH
        && outcomes.size() - stayed >= ENOUGH_OF_EACH;
  }

  private static RiskModel plain(RiskModel model) {
    return model.with(Recalibration.NONE, model.baseRate());
  }

  private static Sample sample(List<List<GuestFact>> histories, Instant cut) {
    Sample sample = new Sample(cut);
    histories.forEach(sample::add);
    return sample;
  }

  private List<Matured> matured(
      List<List<GuestFact>> histories, Instant cut, RiskModel model, List<Duration> earlier) {
    List<Matured> matured = new ArrayList<>();
    for (Duration back : earlier) {
      Instant moment = cut.minus(back);
      if (!back.isZero() && !isOld(histories, moment)) {
        break;
      }
      for (List<GuestFact> history : histories) {
        if (history.getFirst().at().isBefore(moment)) {
          add(matured, history, moment, model);
        }
      }
    }
    return matured;
  }

  private void add(
      List<Matured> matured, List<GuestFact> history, Instant moment, RiskModel model) {
    Statistics guest = Outcomes.knownAt(moment, history);
    if (guest.since() == null) {
      return;
    }
    double now = guest.clock().secondsAt(moment) / SECONDS_OF_A_WEEK;
    double decided = guest.decision().clockSeconds() / SECONDS_OF_A_WEEK;
    matured.add(
        new Matured(
            scorer.risk(guest, moment, model).noStay(),
            guest.arrivals().repeats(),
            guest.clock().running() ? now - decided : 0,
            now,
            Outcomes.noStay(guest, history, moment, model.horizon())));
  }

  private static boolean isOld(List<List<GuestFact>> histories, Instant moment) {
    return histories.stream()
        .anyMatch(history -> history.getFirst().at().isBefore(moment.minus(LEAST_PAST)));
  }

  private static Quality quality(List<Matured> matured) {
    return Quality.of(predictions(matured));
  }

  private static List<Prediction> predictions(List<Matured> matured) {
    return matured.stream().map(one -> new Prediction(one.probability(), one.noStay())).toList();
  }
}
