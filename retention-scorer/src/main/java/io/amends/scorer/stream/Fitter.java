package io.amends.scorer.stream;

import io.amends.scorer.stream.InForce.Rules;
import java.time.Instant;

/**
 * Makes a model from the chain's own history, beside the streams, and publishes what comes of it.
 */
public interface Fitter {

  /**
   * Starts, unless one is under way. What came of it is published in the end, whatever it is.
   *
   * @param cut up to when it looks, hotel time
   */
  void start(Instant cut, Rules inForce);
}
