package io.amends.scorer.domain.score;

import io.amends.scorer.domain.model.Recalibration;

/**
 * Switching is a process: no single event flips a guest.
 *
 * <p>This bounds evidence: failures, complaints and their recovery, answers, signals. What a guest
 * does with bookings is the thing itself and counts at once. What takes the place of something told
 * before, a second answer to the same question, may move further, since the first is gone.
 *
 * <p>A probability whose log odds move by d moves by no more than tanh(d / 4), whatever it was. So
 * one event may shift the log odds by 4 artanh(most) at once; what it says beyond that comes with
 * the guest's silence, as much again each month. Once a few months have passed, evidence weighs
 * what the model says it weighs.
 *
 * @param atOnce the most log odds that one event may move at once
 */
record Steps(double atOnce) {

  /** [ours] In three months the heaviest cell of the TARP table is in full effect. */
  private static final double DAYS_FOR_ANOTHER = 30;

  private static final double STEPS_A_SECOND = 1 / (DAYS_FOR_ANOTHER * 86_400);

  /** By which no probability moves by more than {@code most}. */
  static Steps of(double most) {
    double artanh = Math.log((1 + most) / (1 - most)) / 2;
    return new Steps(4 * artanh);
  }

  /** A layer that stretches log odds would stretch steps too. */
  Steps under(Recalibration layer) {
    return layer.slope() <= 1 ? this : new Steps(atOnce / layer.slope());
  }

  /** Where an event has moved the log odds, so many seconds later. */
  double towards(double target, double from, long seconds) {
    double allowed = atOnce * (1 + seconds * STEPS_A_SECOND);
    return from + Math.max(-allowed, Math.min(target - from, allowed));
  }

  double limited(double shift) {
    return Math.clamp(shift, -atOnce, atOnce);
  }
}
