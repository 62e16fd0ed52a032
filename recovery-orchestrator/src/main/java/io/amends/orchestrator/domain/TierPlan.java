package io.amends.orchestrator.domain;

import io.amends.contracts.Channel;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.policy.CostOfDelay;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.TierStart;
import io.amends.contracts.time.PropertyTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** When a case gets dearer by the 1-10-100 rule, on the hotel's own business dates. */
final class TierPlan {

  private TierPlan() {}

  /**
   * In the order of time; the first has begun with detection, and none begins after a dearer one.
   */
  static List<TierStart> of(CaseFacts facts, HotelPolicy policy) {
    List<TierStart> tiers = new ArrayList<>();
    for (CostTier tier : CostTier.values()) {
      CostOfDelay.Tier rule = policy.costOfDelay().tiers().get(tier);
      if (rule != null) {
        Instant from = from(rule, facts);
        tiers.removeIf(cheaper -> !cheaper.from().isBefore(from)); // the highest that has begun
        tiers.add(start(tier, rule, from, facts, policy));
      }
    }
    return tiers;
  }

  private static TierStart start(
      CostTier tier, CostOfDelay.Tier rule, Instant from, CaseFacts facts, HotelPolicy policy) {
    Nights base = policy.costOfDelay().baseCostOf(facts.failureType()).of(facts.severity());
    return new TierStart(
        tier, from, rule.factor(), base.times(rule.factor()), owner(tier, facts, policy));
  }

  private static Role owner(CostTier tier, CaseFacts facts, HotelPolicy policy) {
    if (!facts.inHouse()) {
      return policy.escalation().ownerWhenDeparted().of(facts.severity());
    }
    return policy
        .escalation()
        .ownerByTier()
        .getOrDefault(facts.severity(), Map.of())
        .getOrDefault(tier, Role.DUTY_MANAGER);
  }

  private static Instant from(CostOfDelay.Tier rule, CaseFacts facts) {
    Instant detected = facts.detectedAt();
    PropertyTime hotel = new PropertyTime(facts.place().zone(), facts.place().dateRoll());
    Instant from =
        switch (rule.begins()) {
          case DETECTION -> afterDetection(rule, facts);
          case FIRST_DATE_ROLL -> hotel.rollAfter(detected, 1);
          case SECOND_DATE_ROLL -> hotel.rollAfter(detected, 2);
        };
    Duration notBefore = rule.notBefore();
    return notBefore == null || !from.isBefore(detected.plus(notBefore))
        ? from
        : detected.plus(notBefore);
  }

  private static Instant afterDetection(CostOfDelay.Tier rule, CaseFacts facts) {
    Instant detected = facts.detectedAt();
    if (Boolean.TRUE.equals(rule.atOnceIfNobodyIsPresent()) && !isPresent(facts)) {
      return detected;
    }
    Duration after = rule.after();
    Instant from = after == null ? detected : detected.plus(after);
    Instant departure = facts.departureAt();
    boolean leavesBefore =
        Boolean.TRUE.equals(rule.orWhenTheGuestLeaves())
            && departure != null
            && departure.isAfter(detected)
            && departure.isBefore(from);
    return departure != null && leavesBefore ? departure : from;
  }

  /** In the house, or on the line. */
  private static boolean isPresent(CaseFacts facts) {
    return facts.inHouse() || facts.channel() == Channel.PHONE;
  }
}
