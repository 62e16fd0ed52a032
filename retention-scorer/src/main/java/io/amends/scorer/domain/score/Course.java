package io.amends.scorer.domain.score;

import io.amends.scorer.domain.evidence.Moments;

/**
 * Where what was seen of failure and recovery has brought a guest, one event after another and none
 * too far. What each weighs in full is worked out once, for however many moments it is asked.
 */
final class Course {

  private final Moments moments;
  private final double[] weights;

  /** Up to a second since 1970. */
  Course(Sight sight, long last) {
    moments = sight.moments(last);
    weights = new double[moments.count()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sight.weight(moments.at(i));
    }
  }

  /** In log odds, at a second that is no later. */
  double at(long second, Steps steps) {
    double moved = 0;
    for (int i = 0; i < weights.length && moments.at(i) <= second; i++) {
      moved = steps.towards(weights[i], moved, second - moments.at(i));
    }
    return moved;
  }

  /** Whether nothing of it ever weighs anything. */
  boolean isFlat() {
    for (double weight : weights) {
      if (weight != 0) {
        return false;
      }
    }
    return true;
  }
}
