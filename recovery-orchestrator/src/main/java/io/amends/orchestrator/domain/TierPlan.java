package io.amends.orchestrator.domain;

import io.amends.contracts.Channel;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.TierRule;
import io.amends.contracts.recovery.TierStart;
import io.amends.contracts.time.PropertyTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When a case gets dearer by the 1-10-100 rule, on the hotel's own business dates. */
final class TierPlan {

  private TierPlan() {}

  /**
   * In the order of time; the first has begun with the cycle, and none begins after a dearer one.
   *
   * @param atLeast below which the case does not begin
   */
  static List<TierStart> of(Course.Open open, CostTier atLeast) {
    List<TierStart> tiers = new ArrayList<>();
    for (CostTier tier : CostTier.values()) {
      TierRule rule = open.policy().tiers().get(tier);
      if (rule != null && tier.compareTo(atLeast) >= 0) {
        Instant from = tiers.isEmpty() ? open.now().since() : from(rule, open);
        tiers.removeIf(cheaper -> !cheaper.from().isBefore(from)); // the highest that has begun
        tiers.add(start(tier, rule, from, open));
      }
    }
    return tiers;
  }

  private static TierStart start(CostTier tier, TierRule rule, Instant from, Course.Open open) {
    Nights base = open.handling().baseCost();
    return new TierStart(tier, from, rule.factor(), base.times(rule.factor()), owner(tier, open));
  }

  private static Role owner(CostTier tier, Course.Open open) {
    return open.now().inHouse()
        ? open.handling().owners().getOrDefault(tier, Role.DUTY_MANAGER)
        : open.handling().ownerWhenDeparted();
  }

  private static Instant from(TierRule rule, Course.Open open) {
    Instant since = open.now().since();
    PropertyTime hotel =
        new PropertyTime(
            open.facts().place().zone(), open.facts().place().dateRoll(), open.now().knownAudits());
    Instant from =
        switch (rule.begins()) {
          case DETECTION -> afterDetection(rule, open);
          case FIRST_DATE_ROLL -> hotel.rollAfter(since, 1);
          case SECOND_DATE_ROLL -> hotel.rollAfter(since, 2);
        };
    Duration notBefore = rule.notBefore();
    return notBefore == null || !from.isBefore(since.plus(notBefore))
        ? from
        : since.plus(notBefore);
  }

  private static Instant afterDetection(TierRule rule, Course.Open open) {
    Instant since = open.now().since();
    if (Boolean.TRUE.equals(rule.atOnceIfNobodyIsPresent()) && !isPresent(open)) {
      return since;
    }
    Duration after = rule.after();
    Instant from = after == null ? since : since.plus(after);
    Instant departure = open.now().departureAt();
    boolean leavesBefore =
        Boolean.TRUE.equals(rule.orWhenTheGuestLeaves())
            && departure != null
            && departure.isAfter(since)
            && departure.isBefore(from);
    return departure != null && leavesBefore ? departure : from;
  }

  /** In the house, or on the line. */
  private static boolean isPresent(Course.Open open) {
    return open.now().inHouse() || open.facts().channel() == Channel.PHONE;
  }
}
