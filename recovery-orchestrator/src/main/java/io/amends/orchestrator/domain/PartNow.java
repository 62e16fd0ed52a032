package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.recovery.Grant;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.ApprovalAsked;
import io.amends.contracts.recovery.RecoveryEvent.BudgetAsked;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Standing;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the giver may give without asking is given at once, and only the rest is asked for: one
 * remedy in the guest's eyes, in two numbers, so that the books and the months see each part once.
 *
 * @param now what the giver's own limit still allows
 * @param rest what somebody else decides
 */
record PartNow(GrantRemedy asks, Grant now, Grant rest) {

  /** Empty if nobody wished it so, the policy does not allow it, or it can't be divided. */
  static Optional<PartNow> of(RecoveryCase state, Course.Open open, GrantRemedy c, Leave leave) {
    Nights given = state.remedies().counted();
    Nights part = alone(leave, c, given);
    return c.part()
            && Boolean.TRUE.equals(open.policy().giving().partAtOnce())
            && part.exceeds(Nights.ZERO)
            && leave.approvers(c.asked().as(), given.plus(part)) == 1
        ? divided(open, c, part)
        : Optional.empty();
  }

  /** What this person gives alone; above the band nobody does without a reason. */
  private static Nights alone(Leave leave, GrantRemedy c, Nights given) {
    Nights left = Approvals.left(given, leave, c.asked().as());
    if (!leave.isAboveCeiling(given.plus(left)) || c.wish().reason() != null) {
      return left;
    }
    return leave.ceiling().exceeds(given) ? leave.ceiling().minus(given) : Nights.ZERO;
  }

  private static Optional<PartNow> divided(Course.Open open, GrantRemedy c, Nights left) {
    Money night = open.facts().place().referenceNight();
    Wish wish = c.wish();
    Money money = wish.money();
    Long points = wish.points();
    if (wish.item() != null) {
      return Optional.empty(); // a thing is given whole
    }
    if (points != null) {
      long each = Worths.pointsWorth(left, open.policy());
      return each > 0 && each < points
          ? both(open, c, with(wish, null, each), with(wish, null, points - each))
          : Optional.empty();
    }
    if (money == null) {
      return Optional.empty(); // nothing that could be divided
    }
    Money part = left.at(night);
    if (Nights.worth(part, night).exceeds(left)) {
      part = new Money(part.minorUnits() - 1, part.currency()); // rounded up beyond the limit
    }
    return part.minorUnits() > 0 && part.minorUnits() < money.minorUnits()
        ? both(
            open,
            c,
            with(wish, part, null),
            with(wish, new Money(money.minorUnits() - part.minorUnits(), money.currency()), null))
        : Optional.empty();
  }

  private static Wish with(Wish wish, @Nullable Money money, @Nullable Long points) {
    return new Wish(wish.type(), money, points, null, wish.correction(), wish.reason());
  }

  private static Optional<PartNow> both(Course.Open open, GrantRemedy c, Wish now, Wish rest) {
    Money night = open.facts().place().referenceNight();
    return Worths.grant(now, open.policy(), night)
        .flatMap(
            one ->
                Worths.grant(rest, open.policy(), night).map(other -> new PartNow(c, one, other)));
  }

  /**
   * Both parts in one decision; the answer waits if the giver's month has to be asked.
   *
   * @param whole as it was wished, with whom to ask
   * @param because why it is not all given at once
   */
  Decision decision(
      RecoveryCase state, Course.Open open, Remedy whole, List<Code> because, Duty duty) {
    Asked asked = asks.asked();
    Remedy part = numbered(whole, state.remedies().next(), now, null);
    List<RecoveryEvent> events = new ArrayList<>();
    Optional<BudgetAsked> month = Holds.reserve(state, open, part, asked, null, 1);
    month.ifPresentOrElse(
        reserved -> {
          events.add(RemedyDecider.requested(state, open, part, asked));
          events.add(reserved);
        },
        () -> events.addAll(Giving.events(state, open, part, asked)));
    RecoveryCase then = state.given(events);
    Remedy other = numbered(whole, then.remedies().next(), rest, part.number());
    ApprovalAsked asking = Approvals.ask(then, open, other, other.route(), asked, 1);
    events.add(RemedyDecider.requested(then, open, other, asked));
    events.add(asking);
    if (month.isPresent()) {
      return new Decision.Waits(events);
    }
    List<Code> codes = new ArrayList<>(because);
    codes.add(new Code.PartGiven(part.number(), part.grant().money()));
    codes.add(Approvals.code(asking, other, duty));
    return new Decision.AskedOf(events, codes, Set.copyOf(other.route()));
  }

  private static Remedy numbered(Remedy whole, int number, Grant grant, @Nullable Integer restOf) {
    return new Remedy(
        number,
        grant,
        Standing.RESERVED,
        whole.by(),
        whole.as(),
        whole.askedAt(),
        whole.reason(),
        whole.route(),
        null,
        List.of(),
        null,
        whole.secondLook(),
        restOf);
  }
}
