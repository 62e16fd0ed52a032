package io.amends.orchestrator.domain.money;

import io.amends.contracts.Nights;
import org.jspecify.annotations.Nullable;

/** The rules of a month's budget: what is set aside and what was given never exceed its limit. */
public final class BudgetRules {

  private BudgetRules() {}

  /**
   * What has become of it.
   *
   * @param reply to a wish to reserve; null: nobody waits for one
   */
  public record Outcome(Budget after, @Nullable BudgetReply reply) {}

  public static Outcome decide(Budget budget, BudgetMessage message) {
    return switch (message.kind()) {
      case RESERVE -> reserve(budget, message);
      case COMMIT -> new Outcome(commit(budget, message.reservation()), null);
      case RELEASE -> new Outcome(budget.without(message.reservation()), null);
      case REVERSE -> new Outcome(budget.committed(message.nights().negated()), null);
    };
  }

  private static Outcome reserve(Budget budget, BudgetMessage wish) {
    if (budget.reserved().containsKey(wish.reservation())) {
      return new Outcome(budget, reply(budget, wish, true));
    }
    Budget after = budget.with(wish.reservation(), wish.nights());
    return after.used().exceeds(wish.limit())
        ? new Outcome(budget, reply(budget, wish, false))
        : new Outcome(after, reply(after, wish, true));
  }

  private static BudgetReply reply(Budget budget, BudgetMessage wish, boolean granted) {
    Nights used = budget.used();
    Nights left = used.exceeds(wish.limit()) ? Nights.ZERO : wish.limit().minus(used);
    return new BudgetReply(wish.of(), wish.remedy(), wish.reservation(), granted, left);
  }

  /** A repeat finds nothing set aside any more and changes nothing. */
  private static Budget commit(Budget budget, String reservation) {
    Nights held = budget.reserved().get(reservation);
    return held == null ? budget : budget.without(reservation).committed(held);
  }
}
