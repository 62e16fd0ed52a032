package io.amends.bench.notifications;

import io.amends.bench.stack.BareService;
import io.amends.bench.stack.BesideBare;
import io.amends.contracts.EventType;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.WithStores;
import java.io.IOException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the machine can do at best with messages: each cause read, a guest's row written, a row of
 * the ledger written when it is planned and when it is decided, a deadline's row put in and taken
 * out, and two records of their sizes forwarded; exactly once, with no rule.
 */
public final class BareGate {

  static final String NAME = "bare-gate";
  static final String TOLD = "bench.bare-gate.v1";

  static final BesideBare.Bare BARE = new BesideBare.Bare(NAME, BareGate.class, TOLD);

  private static final String GUESTS = "bare-guests";
  private static final String LEDGER = "bare-ledger";
  private static final String DEADLINES = "bare-deadlines";

  private static final String DUE = EventType.of(FollowUpDue.class);

  /** As notification-service has them of a guest with one open case, in bytes. */
  private static final int ROW = 900;

  private static final int DEADLINE = 80;
  private static final int EVENT = 350;
  private static final int ORDER = 700;

  private BareGate() {}

  /** Runs until it is asked to stop. */
  public static void main(String[] arguments) throws IOException {
    BareService.run(
        NAME,
        Topics.CASE_EVENTS,
        TOLD,
        WithStores.of(
            Bare::new,
            WithStores.rows(GUESTS),
            WithStores.rows(LEDGER),
            WithStores.rows(DEADLINES)));
  }

  private static final class Bare extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

    private KeyValueStore<String, byte[]> guests;
    private KeyValueStore<String, byte[]> ledger;
    private KeyValueStore<String, byte[]> deadlines;

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      super.init(context);
      guests = context.getStateStore(GUESTS);
      ledger = context.getStateStore(LEDGER);
      deadlines = context.getStateStore(DEADLINES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      String guest = Keys.text(record.key());
      byte[] before = guests.get(guest);
      guests.put(guest, before == null ? new byte[ROW] : before);
      if (!DUE.equals(EventHeaders.read(record.headers()).type())) {
        return;
      }
      ledger.put(guest, new byte[ROW]);
      deadlines.put(guest, new byte[DEADLINE]);
      context().forward(record.withValue(new byte[EVENT]), BareService.TOLD);
      deadlines.delete(guest);
      ledger.put(guest, new byte[ROW]);
      context().forward(record.withValue(new byte[ORDER]), BareService.TOLD);
    }
  }
}
