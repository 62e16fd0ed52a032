package io.amends.notification.stream;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.KeyEnd;
import io.amends.notification.domain.offer.BudgetAsked;
import io.amends.notification.domain.offer.Voucher;
import io.amends.notification.domain.offer.VoucherRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The one writer of vouchers, each under the hash of its code: of all who want to redeem one, the
 * first in the log does.
 */
final class Vouchers extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  /** The house's: as long as rows of messages. What has lapsed is told as that until then. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final DeadLetters deadLetters = DeadLetters.of(GateTopology.VOUCHERS);
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private final OfferMeters meters;
  private KeyValueStore<String, byte[]> vouchers;
  private DurableDeadlines<KeyEnd> ends;
  private Tables tables;

  Vouchers(HotelClock clock, DeadlineService deadlineService, OfferMeters meters) {
    this.clock = clock;
    this.deadlineService = deadlineService;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    vouchers = context.getStateStore(GateTopology.VOUCHERS);
    tables =
        new Tables(
            context.getStateStore(GateTopology.PROPERTIES),
            context.getStateStore(GateTopology.ROSTERS),
            context.getStateStore(GateTopology.POLICIES));
    ends =
        deadlineService.start(context, GateTopology.VOUCHER_ENDS, new KeyEnd.Format(), this::onEnd);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record, EventHeaders.read(record.headers())));
  }

  private Runnable take(Record<byte[], byte[]> record, EventHeaders headers) {
    String hash = Keys.text(record.key());
    Voucher known = Stored.read(vouchers.get(hash), Voucher.class);
    Instant at = clock.ofAppend(record.timestamp());
    VoucherRules.Outcome outcome =
        VoucherRules.decide(
            known,
            OfferWire.voucherAsked(record.value(), headers),
            at,
            tables.policy().offers().partner().allowed());
    Runnable told = tell(hash, outcome, headers.asOrigin(), at);
    Voucher after = outcome.after();
    if (after == null || after.equals(known)) {
      return told;
    }
    byte[] stored = Stored.write(after);
    return () -> {
      vouchers.put(hash, stored);
      if (known == null) {
        KeyEnd end = new KeyEnd(hash, after.offer().redeemableUntil());
        ends.replace(Set.of(), Set.of(end), headers.asOrigin());
      }
      told.run();
    };
  }

  /** First its time to be redeemed is over, then that of its row. */
  private Runnable onEnd(KeyEnd end, Firing firing) {
    Voucher known = Stored.read(vouchers.get(end.key()), Voucher.class);
    KeyEnd last =
        known == null ? end : new KeyEnd(end.key(), known.offer().redeemableUntil().plus(KEPT));
    if (known == null || end.equals(last)) {
      return () -> {
        vouchers.delete(end.key());
        ends.replace(Set.of(end), Set.of(), firing.origin());
      };
    }
    VoucherRules.Outcome outcome = VoucherRules.lapse(known);
    byte[] stored = Stored.write(outcome.after() == null ? known : outcome.after());
    Runnable told = tell(end.key(), outcome, firing.origin(), end.at());
    return () -> {
      vouchers.put(end.key(), stored);
      ends.replace(Set.of(end), Set.of(last), firing.origin());
      told.run();
    };
  }

  private Runnable tell(String hash, VoucherRules.Outcome outcome, Origin origin, Instant at) {
    List<Runnable> all = new ArrayList<>();
    Voucher voucher = outcome.after();
    if (outcome.budget() != null && voucher != null) {
      BudgetAsked asked =
          new BudgetAsked(
              outcome.budget(),
              voucher.offer().budget(),
              voucher.message().guestId(),
              voucher.message().messageId(),
              voucher.offer().cost(),
              null,
              null);
      all.add(forward(OfferWire.asked(asked, origin, at), GateTopology.VOUCHER_BUDGETS));
    }
    if (outcome.event() != null) {
      all.add(forward(Out.event(outcome.event(), origin), GateTopology.VOUCHER_EVENTS));
    }
    var answer = outcome.answer();
    if (answer != null) {
      all.add(() -> meters.redeemed(answer.result()));
      all.add(forward(OfferWire.answered(hash, answer, origin, at), GateTopology.VOUCHER_ANSWERS));
    }
    return () -> all.forEach(Runnable::run);
  }

  private Runnable forward(Record<byte[], byte[]> record, String to) {
    return () -> context().forward(record, to);
  }
}
