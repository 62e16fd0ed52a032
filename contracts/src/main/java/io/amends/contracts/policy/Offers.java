package io.amends.contracts.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Offers to stay.
 *
 * @param byBand what is done for a guest in a band
 * @param byFailure what answers what went wrong; the first that fits is taken
 * @param valid how long an offer holds
 */
public record Offers(
    Map<String, Doing> byBand, Map<String, List<String>> byFailure, Duration valid) {

  /** What is done. */
  public record Doing(@JsonProperty("do") String doing) {}
}
