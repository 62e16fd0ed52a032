package io.amends.notification.stream;

import io.amends.notification.domain.offer.BudgetAsked.Answer;
import io.amends.notification.domain.offer.VoucherAnswer.Result;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What months and vouchers answer; a transaction that aborts is counted again. */
final class OfferMeters {

  private final MeterRegistry meters;

  OfferMeters(MeterRegistry meters) {
    this.meters = meters;
    for (Answer answer : Answer.values()) { // 0, not absent
      Counter _ = budgets(answer);
    }
    for (Result result : Result.values()) {
      Counter _ = redemptions(result);
    }
  }

  void asked(Answer answer) {
    budgets(answer).increment();
  }

  void redeemed(Result result) {
    redemptions(result).increment();
  }

  private Counter budgets(Answer answer) {
    return Counter.builder("notification.budgets")
        .description("Offers that asked a programme's month, by what it answered")
        .tag("answer", answer.name())
        .register(meters);
  }

  private Counter redemptions(Result result) {
    return Counter.builder("notification.redemptions")
        .description("Attempts to redeem a voucher, by how they ended")
        .tag("result", result.name())
        .register(meters);
  }
}
