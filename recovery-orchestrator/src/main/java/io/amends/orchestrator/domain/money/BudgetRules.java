package io.amends.orchestrator.domain.money;

import io.amends.contracts.budget.Budget;
import org.jspecify.annotations.Nullable;

/** What a month's budget answers to a case. */
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
      case COMMIT -> new Outcome(budget.commit(message.reservation()), null);
      case RELEASE -> new Outcome(budget.release(message.reservation()), null);
      case REVERSE -> new Outcome(budget.reverse(message.nights()), null);
    };
  }

  private static Outcome reserve(Budget budget, BudgetMessage wish) {
    Budget.Reserved reserved = budget.reserve(wish.reservation(), wish.nights(), wish.limit());
    return new Outcome(
        reserved.after(),
        new BudgetReply(
            wish.of(),
            wish.remedy(),
            wish.reservation(),
            reserved.granted(),
            reserved.after().left(wish.limit())));
  }
}
