package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.DoubleDeviation;
import io.amends.contracts.recovery.PastCycle;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * It was not good after all: the second cycle begins now, one level higher, never cheaper than the
 * policy says, and keeps how the first one ended.
 */
final class Reopening {

  private Reopening() {}

  /** Whether what the guest says is bad enough. */
  static boolean isCalledForBy(Answered answered, CasePolicy.Asking asking) {
    boolean score = answered.score() != null && answered.score() <= asking.scoreAtMost();
    boolean justice =
        Stream.of(
                answered.outcomeJustice(),
                answered.proceduralJustice(),
                answered.interactionalJustice())
            .anyMatch(mark -> mark != null && mark <= asking.justiceAtMost());
    return score || justice;
  }

  static CaseReopened event(
      RecoveryCase state,
      Course.Open open,
      Asked asked,
      @Nullable Answered answered,
      DoubleDeviation kind,
      int eventsBefore) {
    Course.Open again = open.with(open.now().with(kind).again(asked.at()));
    return new CaseReopened(
        state.stampFor(asked, eventsBefore),
        open.facts(),
        ended(state, open.now().cycle()),
        again.now(),
        answered,
        moneyMayHelp(answered, open.policy().asking()),
        MakingGood.apologyBy(again),
        PromisePlan.of(state, again).all(),
        TierPlan.of(again, open.policy().secondStartsAt()),
        LadderPlan.nobodyHasAcknowledged(again));
  }

  private static PastCycle ended(RecoveryCase state, int cycle) {
    Care care = state.care();
    return new PastCycle(
        cycle,
        state.cost().current().tier(),
        care.at(Care.Step.ACKNOWLEDGED),
        care.at(Care.Step.APOLOGISED),
        care.at(Care.Step.FIXED),
        care.at(Care.Step.DELAY_ENDED),
        care.at(Care.Step.MADE_GOOD));
  }

  /** A guest who found the money fair but the manners poor gets a person, not more money. */
  static boolean moneyMayHelp(@Nullable Answered answered, CasePolicy.Asking asking) {
    Integer fair = answered == null ? null : answered.outcomeJustice();
    return fair == null || fair <= asking.moreMoneyAtMost();
  }
}
