package io.amends.scorer.domain.model;

import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.kernel.Heterogeneity;
import java.time.Duration;

/**
 * All that turns the statistics of a guest into a risk.
 *
 * @param version named in every score
 * @param guests how guests differ, time in weeks
 * @param unseen share of guests whom a stay loses to failures that nobody told us of: the silent
 *     ones
 * @param horizon within which a stay counts
 * @param baseRate share of guests who do not stay within the horizon: where every explanation
 *     starts
 */
public record RiskModel(
    String version,
    Heterogeneity guests,
    double unseen,
    FailureEffect failures,
    Weights weights,
    BookingHabits habits,
    Recalibration recalibration,
    Duration horizon,
    double baseRate) {

  public RiskModel {
    if (!(baseRate > 0 && baseRate < 1)) {
      throw new IllegalArgumentException(
          "baseRate: %s (expected: between 0 and 1)".formatted(baseRate));
    }
    if (!(unseen >= 0 && unseen < 1)) {
      throw new IllegalArgumentException("unseen: %s (expected: 0 to 1)".formatted(unseen));
    }
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
}
