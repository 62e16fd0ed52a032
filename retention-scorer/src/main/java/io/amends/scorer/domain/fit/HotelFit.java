package io.amends.scorer.domain.fit;

import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.fit.Sample.Standing;
import io.amends.scorer.domain.model.BookingHabits;
import io.amends.scorer.domain.model.FailureEffect;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.model.Tarp;
import io.amends.scorer.domain.reading.Evidence;
import java.util.Map;
import java.util.Optional;

/** Fits the whole model to a chain's own history, or to a segment of it. */
public final class HotelFit {

  /** Fewer guests than this teach nothing that the old parameters do not know. [ours] */
  private static final int ENOUGH_GUESTS = 300;

  /** Fewer returns than this do not tell the fast from the faithful. [ours] */
  private static final int ENOUGH_RETURNS = 100;

  /** Pace and evidence lean on each other a little, so each is asked again. */
  private static final int ROUNDS = 2;

  /** By how many log likelihoods another reading of "quickly" must win: e^3, twenty to one. */
  private static final double CLEARLY = 3;

  /** How far a search looks at first, in logarithms: from another chain, and from its own find. */
  private static final double FAR = 0.3;

  private static final double NEAR = 0.1;

  private final Sample sample;

  public HotelFit(Sample sample) {
    this.sample = sample;
  }

  /** What a fit comes to. */
  public sealed interface Outcome {

    /** The model to go on with. */
    RiskModel model();

    /**
     * New parameters.
     *
     * @param logLikelihood of all guests, without constants
     * @param cases decisions after a failure that it learned from
     */
    record Fitted(RiskModel model, double logLikelihood, int guests, int cases)
        implements Outcome {}

    /** The old parameters stay. */
    record Kept(RiskModel model, Why why, int guests) implements Outcome {}
  }

  /** Why old parameters stay. */
  public enum Why {
    TOO_FEW_GUESTS,
    TOO_FEW_RETURNS,
    DID_NOT_CONVERGE
  }

  /**
   * Fits all that a history can teach.
   *
   * @param old where the search starts, and what stays if it comes to nothing
   */
  public Outcome chain(RiskModel old) {
    return fit(old, false, true);
  }

  /** Fits pace and habits, and takes the evidence as the prior has it. */
  public Outcome paceOnly(RiskModel old) {
    return fit(old, false, false);
  }

  /** Fits a segment, whose parameters are pulled towards the chain's. */
  public Outcome segment(RiskModel chain) {
    return fit(chain, true, false);
  }

  private Outcome fit(RiskModel old, boolean pooled, boolean learnEvidence) {
    int guests = sample.guests().size();
    if (guests < ENOUGH_GUESTS) {
      return new Outcome.Kept(old, Why.TOO_FEW_GUESTS, guests);
    }
    int returns = sample.survived().values().stream().mapToInt(Integer::intValue).sum();
    if (returns < ENOUGH_RETURNS) {
      return new Outcome.Kept(old, Why.TOO_FEW_RETURNS, guests);
    }
    RiskModel model = old.with(outlook(old.failures()), old.weights());
    double logLikelihood = 0;
    int cases = new EvidenceFit(sample, model).cases();
    for (int round = 0; round < (learnEvidence ? ROUNDS : 1); round++) {
      Optional<PaceFit.Found> pace =
          new PaceFit(sample, pooled ? old : model, pooled).search(round == 0 ? FAR : NEAR);
      if (pace.isEmpty()) {
        return new Outcome.Kept(old, Why.DID_NOT_CONVERGE, guests);
      }
      model = model.with(pace.get().model().guests(), pace.get().model().unseen());
      logLikelihood = pace.get().logLikelihood();
      if (learnEvidence) {
        model = withEvidence(model);
      }
    }
    return new Outcome.Fitted(model.with(habits(model)), logLikelihood, guests, cases);
  }

  /**
   * Learns the evidence, under the reading of "quickly" that explains most. The readings compete
   * with the table as it is, since what was learned under one of them would speak for it.
   */
  private RiskModel withEvidence(RiskModel model) {
    Delay best = Priors.MODEL.failures().quickWithin();
    double most = height(model, best) + CLEARLY;
    for (Delay quick : Delay.values()) {
      double height = height(model, quick);
      if (height > most) {
        best = quick;
        most = height;
      }
    }
    FailureEffect chosen = within(model.failures(), best);
    return new EvidenceFit(sample, model.with(chosen, model.weights())).learned();
  }

  private double height(RiskModel model, Delay quick) {
    FailureEffect failures = within(model.failures(), quick);
    Tarp table = failures.tarp().learned(failures.tarp().strength(), Map.of());
    RiskModel candidate = model.with(failures.with(table), model.weights());
    return new EvidenceFit(sample, candidate, HotelFit::isResolved).height();
  }

  private static boolean isResolved(Evidence evidence) {
    return evidence.trouble() != null && evidence.trouble().handling() instanceof Handling.Resolved;
  }

  private FailureEffect outlook(FailureEffect old) {
    return new FailureEffect(
        old.tarp(), sample.complaints().outlook(old.outlook()), old.quickWithin());
  }

  private static FailureEffect within(FailureEffect old, Delay quick) {
    return new FailureEffect(old.tarp(), old.outlook(), quick);
  }

  private BookingHabits habits(RiskModel model) {
    return sample.bookings().habits(model.habits(), whileBooked(model));
  }

  /** Bookings made while one was open, against as many as the same guests make otherwise. */
  private double whileBooked(RiskModel model) {
    double made = 0;
    double usual = 0;
    for (Standing one : sample.guests()) {
      made += one.overlapping();
      usual +=
          one.booked()
              * (model.guests().r() + one.repeats())
              / (model.guests().alpha() + one.now());
    }
    return usual > 0 ? Math.min(2, made / usual) : 0;
  }
}
