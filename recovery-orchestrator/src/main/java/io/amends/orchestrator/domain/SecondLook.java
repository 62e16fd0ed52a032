package io.amends.orchestrator.domain;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.SameGuest;
import io.amends.contracts.time.IanaZone;
import io.amends.orchestrator.domain.RecoveryCommand.Earlier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody looks again before a guest is given more: over all hotels it may have become
 * much. It asks, it does not refuse.
 *
 * @param by whom, or somebody higher; null: nobody has to
 * @param given so far, over all hotels, with what is wished now
 */
record SecondLook(@Nullable Role by, Nights given) {

  static final SecondLook NONE = new SecondLook(null, Nights.ZERO);

  /**
   * As the policy counts it.
   *
   * @param total of this case, with what is wished now
   * @param earlier what the guest was given in other cases
   * @param zone of the hotel: twelve months are counted in its calendar
   */
  static SecondLook of(
      CasePolicy policy, Nights total, List<Earlier> earlier, Instant at, IanaZone zone) {
    SameGuest rule = policy.giving().sameGuest();
    if (rule == null) {
      return NONE;
    }
    Instant since = zone.firstAt(zone.wallClock(at).minus(rule.per()));
    Nights given =
        earlier.stream()
            .filter(one -> one.at().isAfter(since))
            .map(Earlier::nights)
            .reduce(total, Nights::plus);
    return new SecondLook(given.exceeds(rule.total()) ? rule.then() : null, given);
  }
}
