package io.amends.bench.scorer;

import io.amends.bench.stack.BareService;
import io.amends.bench.stack.BesideBare;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.WithStores;
import java.io.IOException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the machine can do at best: the same reads, one row of a guest's size read and written, one
 * row of a wake-up's size written, one record of a score's size forwarded; exactly once, with no
 * model.
 */
public final class BareScorer {

  static final String NAME = "bare-scorer";
  private static final String TOLD = "bench.bare-scores.v1";

  static final BesideBare.Bare BARE = new BesideBare.Bare(NAME, BareScorer.class, TOLD);

  private static final String GUESTS = "bare-guests";
  private static final String WAKE_UPS = "bare-wake-ups";

  /** As the scorer has them after one stay, in bytes. */
  private static final int GUEST = 130;

  private static final int WAKE_UP = 60;
  private static final int SCORE = 520;

  private BareScorer() {}

  /** Runs until it is asked to stop. */
  public static void main(String[] arguments) throws IOException {
    BareService.run(
        NAME,
        Topics.INTERACTIONS,
        TOLD,
        WithStores.of(Bare::new, WithStores.rows(GUESTS), WithStores.rows(WAKE_UPS)));
  }

  private static final class Bare extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

    private KeyValueStore<String, byte[]> guests;
    private KeyValueStore<String, byte[]> wakeUps;

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      super.init(context);
      guests = context.getStateStore(GUESTS);
      wakeUps = context.getStateStore(WAKE_UPS);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      String guest = Keys.text(record.key());
      byte[] before = guests.get(guest);
      byte[] row = before == null ? new byte[GUEST] : before;
      guests.put(guest, row);
      wakeUps.put(guest, new byte[WAKE_UP]);
      context().forward(record.withValue(new byte[SCORE]), BareService.TOLD);
    }
  }
}
