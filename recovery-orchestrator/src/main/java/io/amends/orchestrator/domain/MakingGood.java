package io.amends.orchestrator.domain;

import io.amends.contracts.Flag;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CaseSnapshot.Followed;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState.Result;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.TierStart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a guest counts as made good, over the three justices: fixed, apologised for, and given at
 * least what nobody falls below; or asked back without it.
 */
final class MakingGood {

  private MakingGood() {}

  /** Whether so much reaches the floor of the case's severity, at the tier of the case. */
  static boolean isEnough(Nights given, RecoveryCase state, Course.Open open) {
    Nights floor =
        open.facts().flags().contains(Flag.PROBLEM_CUSTOMER)
            ? Nights.ZERO // nothing is due to whoever made the trouble
            : open.handling().outcome().floor();
    return !floor.times(outcomeTimes(state.cost().current().tier(), open)).exceeds(given);
  }

  /** What floor, usual and ceiling are multiplied by. */
  static BigDecimal outcomeTimes(CostTier tier, Course.Open open) {
    BigDecimal times = open.policy().outcomeTimes().getOrDefault(tier, BigDecimal.ONE);
    return open.now().failedTwice() ? times.multiply(open.policy().secondTimes()) : times;
  }

  /** Who apologises, at least; after a double deviation somebody higher. */
  static Role apologyBy(Course.Open open) {
    Role role = open.handling().apologyBy();
    return open.now().failedTwice() ? LadderPlan.oneUp(role) : role;
  }

  /** Whether somebody has asked in this cycle if it is really good now. */
  static boolean wasAskedBack(RecoveryCase state, Course.Open open) {
    return state.care().followed() != Followed.NOT_YET
        || state.promises().clocks().stream()
            .filter(clock -> clock.cycle() == open.now().cycle())
            .anyMatch(clock -> clock.clock() == Clock.CHECK_BACK && clock.result() == Result.MET);
  }

  /** Asking back without having given anything: then that was it, and the guest says whether. */
  static Optional<MadeGood> onceAsked(
      RecoveryCase state, Course.Open open, Asked asked, int eventsBefore) {
    Instant ended = state.care().at(Care.Step.DELAY_ENDED);
    return ended == null || state.care().has(Care.Step.MADE_GOOD)
        ? Optional.empty()
        : Optional.of(event(state, open, asked, ended, state.remedies().cost(), eventsBefore));
  }

  /**
   * The event.
   *
   * @param doneAt when fix, apology and outcome were all done
   * @param cost what the hotel has spent on it
   * @param eventsBefore of the same decision
   */
  static MadeGood event(
      RecoveryCase state,
      Course.Open open,
      Asked asked,
      Instant doneAt,
      Nights cost,
      int eventsBefore) {
    TierStart now = state.cost().current();
    Nights nextDay = state.cost().exposureIn(CostTier.NEXT_DAY);
    Money night = open.facts().place().referenceNight();
    return new MadeGood(
        state.stampFor(asked, eventsBefore),
        now.tier(),
        now.exposure(),
        now.exposure().at(night),
        minutes(Duration.between(open.now().since(), doneAt)),
        nextDay,
        nextDay.at(night),
        cost);
  }

  /** To the nearest minute. */
  private static long minutes(Duration duration) {
    return duration.plusSeconds(30).toMinutes();
  }
}
