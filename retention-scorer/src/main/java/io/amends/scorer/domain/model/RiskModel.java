package io.amends.scorer.domain.model;

import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.kernel.Heterogeneity;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that turns the statistics of a guest into a risk.
 *
 * <pre>
 * version    named in every score
 * guests     how guests differ, time in weeks
 * unseen     share of guests whom a stay loses to failures that nobody told us of: the silent ones
 * horizon    within which a stay counts
 * baseRate   share of guests who do not stay within the horizon: where every explanation starts
 * </pre>
 */
public final class RiskModel {

  private final String version;
  private final Heterogeneity guests;
  private final double unseen;
  private final FailureEffect failures;
  private final Weights weights;
  private final BookingHabits habits;
  private final Recalibration recalibration;
  private final Duration horizon;
  private final double baseRate;

  /** Made when it is asked for: a fit goes through thousands of models that score nobody. */
  private volatile @Nullable Lookup lookup;

  /**
   * Checks it.
   *
   * @throws IllegalArgumentException naming the share that is none
   */
  public RiskModel(
      String version,
      Heterogeneity guests,
      double unseen,
      FailureEffect failures,
      Weights weights,
      BookingHabits habits,
      Recalibration recalibration,
      Duration horizon,
      double baseRate) {
    if (!(baseRate > 0 && baseRate < 1)) {
      throw new IllegalArgumentException(
          "baseRate: %s (expected: between 0 and 1)".formatted(baseRate));
    }
    if (!(unseen >= 0 && unseen < 1)) {
      throw new IllegalArgumentException("unseen: %s (expected: 0 to 1)".formatted(unseen));
    }
    this.version = version;
    this.guests = guests;
    this.unseen = unseen;
    this.failures = failures;
    this.weights = weights;
    this.habits = habits;
    this.recalibration = recalibration;
    this.horizon = horizon;
    this.baseRate = baseRate;
  }

  public String version() {
    return version;
  }

  public Heterogeneity guests() {
    return guests;
  }

  public double unseen() {
    return unseen;
  }

  public FailureEffect failures() {
    return failures;
  }

  public Weights weights() {
    return weights;
  }

  public BookingHabits habits() {
    return habits;
  }

  public Recalibration recalibration() {
    return recalibration;
  }

  public Duration horizon() {
    return horizon;
  }

  public double baseRate() {
    return baseRate;
  }

  /** What is the same for many guests. */
  public Lookup lookup() {
    Lookup known = lookup;
    if (known == null) {
      known = new Lookup(this);
      lookup = known;
    }
    return known;
  }

  /** Log odds of leaving after a stay on which nothing is known to have failed. */
  public double leaving(int survived) {
    return LeavingOdds.of(guests, survived, 1 - unseen);
  }

  /**
   * By how much a failure raises the log odds of leaving; never below zero, since no recovery,
   * however good, is worth a failure.
   */
  public double shift(Trouble trouble, int survived) {
    return Math.max(0, failures.leaving(trouble, guests, survived) - leaving(survived));
  }

  public RiskModel named(String newVersion) {
    return new RiskModel(
        newVersion, guests, unseen, failures, weights, habits, recalibration, horizon, baseRate);
  }

  public RiskModel with(Heterogeneity others, double newUnseen) {
    return new RiskModel(
        version, others, newUnseen, failures, weights, habits, recalibration, horizon, baseRate);
  }

  public RiskModel with(FailureEffect other, Weights others) {
    return new RiskModel(
        version, guests, unseen, other, others, habits, recalibration, horizon, baseRate);
  }

  public RiskModel with(BookingHabits others) {
    return new RiskModel(
        version, guests, unseen, failures, weights, others, recalibration, horizon, baseRate);
  }

  public RiskModel with(Recalibration other, double newBaseRate) {
    return new RiskModel(
        version, guests, unseen, failures, weights, habits, other, horizon, newBaseRate);
  }

  /**
   * The same guests looked at over another time. What was calibrated on outcomes was so over the
   * old one, and is left out.
   */
  public RiskModel over(Duration other) {
    return other.equals(horizon) ? this : with(Recalibration.NONE, baseRate).within(other);
  }

  public RiskModel within(Duration newHorizon) {
    return new RiskModel(
        version, guests, unseen, failures, weights, habits, recalibration, newHorizon, baseRate);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RiskModel that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  @Override
  public String toString() {
    return "RiskModel" + parts();
  }

  private List<Object> parts() {
    return List.of(
        version, guests, unseen, failures, weights, habits, recalibration, horizon, baseRate);
  }
}
