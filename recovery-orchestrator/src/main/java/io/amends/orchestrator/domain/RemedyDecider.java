package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;
import static io.amends.orchestrator.domain.Decision.refused;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState.Result;
import io.amends.contracts.recovery.Grant;
import io.amends.contracts.recovery.Limits;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.OfCare;
import io.amends.contracts.recovery.RecoveryEvent.OfCost;
import io.amends.contracts.recovery.RecoveryEvent.OfCourse;
import io.amends.contracts.recovery.RecoveryEvent.OfLadder;
import io.amends.contracts.recovery.RecoveryEvent.OfPromises;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.RemedyReached;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.OfRemedies;
import io.amends.orchestrator.domain.RecoveryCommand.ReachGuest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of what a guest receives, and who may give it. */
final class RemedyDecider {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

  Decision decide(RecoveryCase state, Course.Open open, OfRemedies command) {
    return switch (command) {
      case GrantRemedy c -> grant(state, open, c);
      case ReachGuest c -> reach(state, c);
    };
  }

  private static Decision grant(RecoveryCase state, Course.Open open, GrantRemedy c) {
    Money night = open.facts().place().referenceNight();
    Optional<Grant> grant = grantOf(c, open.policy(), night);
    if (grant.isEmpty()) {
      return refused(new Code.NoWorth(night.currency().getCurrencyCode()));
    }
    Nights asked = grant.get().worth();
    Nights given = state.remedies().given();
    Nights limit = perCase(c.asked().as(), open.policy());
    boolean free = open.policy().needsNobodysLeave().contains(c.type());
    return free || !given.plus(asked).exceeds(limit)
        ? granted(state, open, c, grant.get())
        : new Decision.Refused(
            List.of(new Code.OverLimit(limit, limit.at(night), given, asked)),
            whoMay(given.plus(asked), open.policy()));
  }

  private static Nights perCase(Role role, CasePolicy policy) {
    Limits limits = policy.limits().get(role);
    return limits == null ? Nights.ZERO : limits.perCase();
  }

  private static Decision reach(RecoveryCase state, ReachGuest c) {
    if (c.number() < 1 || c.number() > state.remedies().grants().size()) {
      return refused(new Code.NoSuchRemedy(c.number()));
    }
    return state.promises().clocks().stream()
            .filter(clock -> clock.clock() == Clock.REMEDY_REACHES_GUEST)
            .anyMatch(clock -> clock.number() == c.number() && clock.result() != Result.MET)
        ? done(new RemedyReached(state.stampFor(c.asked()), c.number()))
        : new Decision.Moot(Decision.Why.ALREADY_DONE);
  }

  /** If fix and apology are done already, reaching the floor makes good. */
  private static Decision granted(
      RecoveryCase state, Course.Open open, GrantRemedy c, Grant grant) {
    int number = state.remedies().grants().size() + 1;
    Promise reaches =
        grant.worth().equals(Nights.ZERO)
            ? null
            : PromisePlan.of(state, open)
                .begin(Clock.REMEDY_REACHES_GUEST, c.asked().at())
                .map(promise -> Promise.of(promise.clock(), number, promise.time()))
                .orElse(null);
    RemedyGranted event = new RemedyGranted(state.stampFor(c.asked()), number, grant, reaches);
    Care care = state.care();
    Nights after = state.remedies().given().plus(grant.worth());
    boolean makesGood =
        care.has(Care.Step.DELAY_ENDED)
            && !care.has(Care.Step.MADE_GOOD)
            && MakingGood.isEnough(after, state, open);
    return makesGood
        ? done(event, MakingGood.event(state, open, c.asked(), c.asked().at(), 1))
        : done(event);
  }

  /** Empty if it has no worth, or is in another currency than the property's. */
  private static Optional<Grant> grantOf(GrantRemedy c, CasePolicy policy, Money night) {
    Long points = c.points();
    if (points != null && points > 0) {
      Nights worth =
          policy.tenThousandPoints().times(BigDecimal.valueOf(points).divide(TEN_THOUSAND));
      return Optional.of(new Grant(c.type(), worth, worth.at(night), points));
    }
    Money money = c.money();
    if (policy.needsNobodysLeave().contains(c.type()) && money == null) {
      return Optional.of(new Grant(c.type(), Nights.ZERO, Nights.ZERO.at(night), null));
    }
    return money == null || money.minorUnits() <= 0 || !money.currency().equals(night.currency())
        ? Optional.empty()
        : Optional.of(new Grant(c.type(), Nights.worth(money, night), money, null));
  }

  private static Set<Role> whoMay(Nights total, CasePolicy policy) {
    return policy.limits().entrySet().stream()
        .filter(limit -> !total.exceeds(limit.getValue().perCase()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Folds one event into the part. */
  Remedies evolve(Remedies part, RecoveryEvent event) {
    return switch (event) {
      case RemedyGranted e -> part.with(e.grant());
      case RemedyReached _ -> part;
      case OfCourse _, OfCare _, OfPromises _, OfCost _, OfLadder _ -> part;
    };
  }
}
