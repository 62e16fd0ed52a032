package io.amends.contracts.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Offers to stay.
 *
 * @param byBand what is done for a guest in a band
 * @param byFailure what answers what went wrong; the first that fits is taken
 * @param valid how long an offer holds
 * @param controlGroup who is shown nothing, so that one sees what offers bring
 */
public record Offers(
    Map<String, Doing> byBand,
    Map<String, List<String>> byFailure,
    Duration valid,
    ControlGroup controlGroup) {

  /**
   * Guests to whom nothing is offered.
   *
   * @param share of all, in [0, 1]
   * @param applies to which offers; what makes good is never withheld
   */
  public record ControlGroup(BigDecimal share, List<String> applies) {

    public ControlGroup {
      applies = List.copyOf(applies);
    }
  }

  /** What is done. */
  public record Doing(@JsonProperty("do") String doing) {}
}
