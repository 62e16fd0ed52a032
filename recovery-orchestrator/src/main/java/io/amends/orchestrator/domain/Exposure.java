package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Origin;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.recovery.TierStart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a case stands at by the 1-10-100 rule. An estimate: nobody books these sums, the ledger
 * books what was given.
 *
 * @param estimate always true: whoever shows a sum of this shows that word beside it
 * @param baseCost what making good on the spot usually takes
 * @param exposure base cost by the tier's factor
 * @param cap base cost and value at risk of this guest; null: that value is not known in the
 *     property's currency, and nothing is capped
 * @param shown the exposure in money, never above the cap
 * @param saved what the case would stand at less, had it been made good on the spot
 * @param byTier what each tier would have cost, the cheapest first
 */
public record Exposure(
    boolean estimate,
    CostTier tier,
    BigDecimal factor,
    Nights baseCost,
    Nights exposure,
    Money exposureMoney,
    @Nullable Money cap,
    Money shown,
    Money saved,
    List<OfTier> byTier,
    Silence silence,
    Real real) {

  public Exposure {
    byTier = List.copyOf(byTier);
  }

  /** What making good in that tier would have cost by the rule, before and after the cap. */
  public record OfTier(
      CostTier tier, BigDecimal factor, Nights exposure, Money money, Money shown) {}

  /**
   * What it costs that nobody told us, apart from the team's own time.
   *
   * @param knewFirst {@code HOTEL}, {@code GUEST} or {@code OTHERS}
   * @param minutes from when it went wrong until the first of us knew
   * @param tier in which it would have stood when we heard of it, counted from when it went wrong
   * @param exposure what that tier costs more than hearing of it at once, by the rule
   */
  public record Silence(
      KnewFirst knewFirst, long minutes, CostTier tier, Nights exposure, Money money) {}

  /** Who knew first. */
  public enum KnewFirst {
    HOTEL,
    GUEST,
    OTHERS
  }

  /**
   * What it has really cost: what the guest was given, at face value, and its cost to the hotel.
   */
  public record Real(Nights given, Nights cost, Money costMoney) {}

  /**
   * Of an open or closed case.
   *
   * @param valueAtRisk expected margin lost with this guest; null if unknown
   * @throws IllegalArgumentException if the case was never opened
   */
  public static Exposure of(RecoveryCase state, @Nullable Money valueAtRisk) {
    Course.Open open =
        switch (state.course()) {
          case Course.Open o -> o;
          case Course.Closed(var was, _) -> was;
          case Course.Merged(var was, _, _) when was != null -> was;
          case Course.NotOpened _, Course.Merged _ ->
              throw new IllegalArgumentException("case: not opened (expected: opened)");
        };
    Money night = open.facts().place().referenceNight();
    Nights base = open.handling().baseCost();
    Money cap = cap(base.at(night), valueAtRisk);
    List<OfTier> tiers =
        open.policy().tiers().entrySet().stream()
            .sorted(java.util.Map.Entry.comparingByKey())
            .map(
                rule -> {
                  Nights exposure = base.times(rule.getValue().factor());
                  return new OfTier(
                      rule.getKey(),
                      rule.getValue().factor(),
                      exposure,
                      exposure.at(night),
                      capped(exposure.at(night), cap));
                })
            .toList();
    TierStart now = state.cost().current();
    Money shown = capped(now.exposure().at(night), cap);
    Money least = tiers.isEmpty() ? shown : tiers.getFirst().shown();
    Nights cost = state.remedies().cost();
    return new Exposure(
        true,
        now.tier(),
        now.factor(),
        base,
        now.exposure(),
        now.exposure().at(night),
        cap,
        shown,
        new Money(Math.max(0, shown.minorUnits() - least.minorUnits()), shown.currency()),
        tiers,
        silence(open, night),
        new Real(state.remedies().given(), cost, cost.at(night)));
  }

  private static @Nullable Money cap(Money base, @Nullable Money valueAtRisk) {
    return valueAtRisk == null || !valueAtRisk.currency().equals(base.currency())
        ? null
        : base.plus(valueAtRisk);
  }

  private static Money capped(Money money, @Nullable Money cap) {
    return cap != null && money.exceeds(cap) ? cap : money;
  }

  private static Silence silence(Course.Open open, Money night) {
    CaseFacts facts = open.facts();
    Instant heard = facts.detectedAt();
    Course.Open atOnce = open.with(since(open.now(), facts.occurredAt()));
    List<TierStart> tiers = TierPlan.of(atOnce, CostTier.ON_THE_SPOT);
    TierStart stood =
        tiers.stream()
            .filter(tier -> !tier.from().isAfter(heard))
            .reduce((_, later) -> later)
            .orElse(tiers.getFirst());
    Nights more = stood.exposure().minus(tiers.getFirst().exposure());
    return new Silence(
        knewFirst(facts.origin()),
        Duration.between(facts.occurredAt(), heard).toMinutes(),
        stood.tier(),
        more,
        more.at(night));
  }

  private static Situation since(Situation now, Instant occurred) {
    return new Situation(
        1,
        occurred,
        now.severity(),
        now.department(),
        now.inHouse(),
        now.room(),
        now.departureAt(),
        now.open(),
        now.doubleDeviations(),
        now.audits(),
        now.linkedTo());
  }

  private static KnewFirst knewFirst(Origin origin) {
    return switch (origin) {
      case STAFF, SYSTEM_DETECTED -> KnewFirst.HOTEL;
      case GUEST -> KnewFirst.GUEST;
      case THIRD_PARTY -> KnewFirst.OTHERS;
    };
  }
}
