package io.amends.orchestrator.stream;

import io.amends.contracts.budget.BudgetMonth;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.KeyEnd;
import io.amends.orchestrator.domain.money.BudgetMessage;
import io.amends.orchestrator.domain.money.BudgetReply;
import io.amends.orchestrator.domain.money.BudgetRules;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The one writer of what is counted across guests: a month of a person, of a role at a hotel, of a
 * region. The log of a budget's key orders all who want of it, so none is overspent.
 */
final class BudgetProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  static final String BUDGETS = "recovery-budgets";
  static final String ENDS = "recovery-budget-ends";

  private final DeadLetters deadLetters = DeadLetters.of("budgets");
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private KeyValueStore<String, byte[]> budgets;
  private DurableDeadlines<KeyEnd> ends;

  BudgetProcessor(HotelClock clock, DeadlineService deadlineService) {
    this.clock = clock;
    this.deadlineService = deadlineService;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    budgets = context.getStateStore(BUDGETS);
    ends = deadlineService.start(context, ENDS, new KeyEnd.Format(), this::onEnd);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record));
  }

  private Runnable take(Record<byte[], byte[]> record) {
    EventHeaders headers = EventHeaders.read(record.headers());
    BudgetMessage message = BudgetWire.message(record, headers);
    String budget = message.budget();
    byte[] before = budgets.get(budget);
    BudgetRules.Outcome outcome = BudgetRules.decide(BudgetFormat.read(before), message);
    byte[] after = BudgetFormat.write(outcome.after());
    BudgetReply reply = outcome.reply();
    Instant at = clock.ofAppend(record.timestamp());
    return () -> {
      budgets.put(budget, after);
      if (before == null) {
        KeyEnd end = new KeyEnd(budget, BudgetMonth.forgottenAt(budget));
        ends.replace(Set.of(), Set.of(end), headers.asOrigin());
      }
      if (reply != null) {
        context().forward(BudgetWire.answered(reply, headers.asOrigin(), at), "budget-replies");
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
