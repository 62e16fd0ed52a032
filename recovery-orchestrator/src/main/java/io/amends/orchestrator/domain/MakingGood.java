package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.TierStart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * When a guest counts as made good, over the three justices: fixed, apologised for, and given at
 * least what nobody falls below; or asked back without it.
 */
final class MakingGood {

  private MakingGood() {}

  /** Whether so much reaches the floor of the case's severity, at the tier of the case. */
  static boolean isEnough(Nights given, RecoveryCase state, Course.Open open) {
    CostTier tier = state.cost().current().tier();
    BigDecimal times = open.policy().outcomeTimes().getOrDefault(tier, BigDecimal.ONE);
    return !open.policy().outcome().floor().times(times).exceeds(given);
  }

  /**
   * The event.
   *
   * @param doneAt when fix, apology and outcome were all done
   * @param eventsBefore of the same decision
   */
  static MadeGood event(
      RecoveryCase state, Course.Open open, Asked asked, Instant doneAt, int eventsBefore) {
    TierStart now = state.cost().current();
    Nights nextDay = state.cost().exposureIn(CostTier.NEXT_DAY);
    Money night = open.facts().place().referenceNight();
    return new MadeGood(
        state.stampFor(asked, eventsBefore),
        now.tier(),
        now.exposure(),
        now.exposure().at(night),
        minutes(Duration.between(open.facts().detectedAt(), doneAt)),
        nextDay,
        nextDay.at(night));
  }

  /** To the nearest minute. */
  private static long minutes(Duration duration) {
    return duration.plusSeconds(30).toMinutes();
  }
}
