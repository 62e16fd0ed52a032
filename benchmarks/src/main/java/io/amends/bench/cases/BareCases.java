package io.amends.bench.cases;

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
 * What the machine can do at best with commands: each read, a row of a case's size read and
 * written, one deadline's row taken out and one put in, and an event, a snapshot and an outcome of
 * their sizes forwarded; exactly once, with no rule.
 */
public final class BareCases {

  static final String NAME = "bare-cases";
  private static final String TOLD = "bench.bare-cases.v1";

  static final BesideBare.Bare BARE = new BesideBare.Bare(NAME, BareCases.class, TOLD);

  private static final String CASES = "bare-cases";
  private static final String DEADLINES = "bare-deadlines";

  /** As the orchestrator has them of a case that was acknowledged, in bytes. */
  private static final int CASE = 2_600;

  private static final int DEADLINE = 80;
  private static final int EVENT = 420;
  private static final int SNAPSHOT = 8_000;
  private static final int OUTCOME = 220;

  private BareCases() {}

  /** Runs until it is asked to stop. */
  public static void main(String[] arguments) throws IOException {
    BareService.run(
        NAME,
        Topics.COMMANDS,
        TOLD,
        WithStores.of(Bare::new, WithStores.rows(CASES), WithStores.rows(DEADLINES)));
  }

  private static final class Bare extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

    private KeyValueStore<String, byte[]> cases;
    private KeyValueStore<String, byte[]> deadlines;

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      super.init(context);
      cases = context.getStateStore(CASES);
      deadlines = context.getStateStore(DEADLINES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      String guest = Keys.text(record.key());
      byte[] before = cases.get(guest);
      cases.put(guest, before == null ? new byte[CASE] : before);
      deadlines.delete(guest + "/before");
      deadlines.put(guest + "/after", new byte[DEADLINE]);
      context().forward(record.withValue(new byte[EVENT]), BareService.TOLD);
      context().forward(record.withValue(new byte[SNAPSHOT]), BareService.TOLD);
      context().forward(record.withValue(new byte[OUTCOME]), BareService.TOLD);
    }
  }
}
