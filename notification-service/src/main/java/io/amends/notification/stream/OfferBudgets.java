package io.amends.notification.stream;

import io.amends.contracts.budget.Budget;
import io.amends.contracts.budget.BudgetMonth;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.KeyEnd;
import io.amends.notification.domain.offer.BudgetAsked;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The one writer of what programmes spend in a month at a hotel: what is set aside are vouchers
 * that are out, the liability; what is committed was redeemed.
 */
final class OfferBudgets extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private final DeadLetters deadLetters = DeadLetters.of(GateTopology.BUDGETS);
  private final OfferMeters meters;
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private KeyValueStore<String, byte[]> budgets;
  private DurableDeadlines<KeyEnd> ends;

  OfferBudgets(HotelClock clock, DeadlineService deadlineService, OfferMeters meters) {
    this.clock = clock;
    this.deadlineService = deadlineService;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    budgets = context.getStateStore(GateTopology.BUDGETS);
    ends =
        deadlineService.start(context, GateTopology.BUDGET_ENDS, new KeyEnd.Format(), this::onEnd);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record, EventHeaders.read(record.headers())));
  }

  private Runnable take(Record<byte[], byte[]> record, EventHeaders headers) {
    BudgetAsked asked = OfferWire.budgetAsked(record.value(), headers);
    byte[] before = budgets.get(asked.budget());
    Budget month = before == null ? Budget.UNTOUCHED : Rows.budget(before);
    BudgetAsked.Outcome outcome = asked.decide(month);
    byte[] after = Stored.write(outcome.after());
    BudgetAsked.Answered answered = outcome.answer();
    Instant at = clock.ofAppend(record.timestamp());
    return () -> {
      budgets.put(asked.budget(), after);
      if (before == null) {
        KeyEnd end = new KeyEnd(asked.budget(), BudgetMonth.forgottenAt(asked.budget()));
        ends.replace(Set.of(), Set.of(end), headers.asOrigin());
      }
      if (answered != null) {
        meters.asked(answered.answer());
        context()
            .forward(
                OfferWire.answered(answered, headers.asOrigin(), at),
                GateTopology.BUDGETS_ANSWERED);
      }
    };
  }

  private Runnable onEnd(KeyEnd end, Firing firing) {
    return () -> {
      budgets.delete(end.key());
      ends.replace(Set.of(end), Set.of(), firing.origin());
    };
  }
}
