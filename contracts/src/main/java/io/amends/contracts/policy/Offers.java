package io.amends.contracts.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.recovery.CasePolicy.Worth;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Offers to stay.
 *
 * @param byBand what is done for a guest in a band
 * @param byFailure what answers what went wrong; the first that fits is taken
 * @param byReason of these, what answers what weighs most with the guest
 * @param tierPrefers what a guest with a tier is offered before anything else that answers it
 * @param worth of each, face and cost, in nights
 * @param partner who else may redeem
 * @param valid how long an offer holds
 * @param controlGroup who is shown nothing, so that one sees what offers bring
 */
public record Offers(
    Map<String, Doing> byBand,
    Map<String, List<String>> byFailure,
    Map<String, List<String>> byReason,
    List<String> tierPrefers,
    Map<String, Worth> worth,
    Partner partner,
    Duration valid,
    ControlGroup controlGroup) {

  public Offers {
    byReason = Map.copyOf(byReason);
    tierPrefers = List.copyOf(tierPrefers);
    worth = Map.copyOf(worth);
  }

  /** What answers a failure; nothing, if the policy says nothing of it. */
  public List<String> answering(String failure) {
    return byFailure.getOrDefault(failure, List.of());
  }

  /** Other houses and companies that redeem vouchers. */
  public record Partner(boolean allowed) {}

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

  /**
   * What is done.
   *
   * @param spend up to which limit of {@code budget}; {@code 0}: nothing
   * @param ifWorthIt only if what it may save is worth what it costs
   */
  public record Doing(
      @JsonProperty("do") String doing, @Nullable String spend, @Nullable Boolean ifWorthIt) {}
}
