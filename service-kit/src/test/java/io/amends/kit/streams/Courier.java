package io.amends.kit.streams;

import io.amends.kit.events.Keys;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The smallest service without deadlines: it keeps what it gets and hands it on, and fails in the
 * way that a body asks for.
 */
final class Courier {

  static final String IN = "parcels";
  static final String OUT = "delivered";
  static final String STORE = "kept";
  static final String NAME = "courier";

  /** Written, then thrown. */
  static final String THROWS = "throws: Rosa Canary, rosa.canary@example.com, it was filthy";

  static final String UNREADABLE = "unreadable: Rosa Canary";
  static final String STORE_FAILS = "store fails";
  static final String LETTER_TOO_LARGE = "letter too large";
  static final String ROW_TOO_LARGE = "row too large";
  static final String NO_BYTES = "can't be made bytes of";
  static final String TOO_DEEP = "too deep";

  private static final byte[] HUGE = new byte[2 * RecordSize.LARGEST];

  private Courier() {}

  static Topology topology(String prefix, TopologyConfig config) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    Serializer<byte[]> out = Serdes.ByteArray().serializer();
    Topology topology =
        new Topology(config)
            .addSource("in", in, in, prefix + IN)
            .addProcessor(NAME, WithStores.of(Carrying::new, WithStores.rows(STORE)), "in")
            .addSink("out", prefix + OUT, out, out, NAME)
            .addSink("broken", prefix + OUT, out, (_, _) -> noBytes(), NAME);
    return DeadLetters.addSink(topology, NAME);
  }

  private static byte[] noBytes() {
    throw new IllegalStateException("Rosa Canary can't be made bytes of");
  }

  private static final class Carrying extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

    private final DeadLetters deadLetters = DeadLetters.of(NAME);
    private KeyValueStore<String, byte[]> store;

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
      super.init(context);
      store = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
      Runnable writes;
      try {
        writes = work(record);
      } catch (KafkaException failure) {
        throw failure;
      } catch (RuntimeException failure) {
        writes = () -> deadLetters.forward(context(), record, failure);
      }
      writes.run();
    }

    private Runnable work(Record<byte[], byte[]> record) {
      String body = Keys.text(record.value());
      if (body.startsWith(UNREADABLE)) {
        throw new IllegalStateException(body);
      }
      return () -> {
        store.put(Keys.text(record.key()), record.value());
        context().forward(record.withTimestamp(0), "out");
        fail(body, record);
      };
    }

    private void fail(String body, Record<byte[], byte[]> record) {
      switch (body) {
        case THROWS -> throw new IllegalStateException(body);
        case STORE_FAILS -> throw new KafkaException("store: broken (expected: open)");
        case LETTER_TOO_LARGE -> context().forward(record.withValue(HUGE), "out");
        case ROW_TOO_LARGE -> store.put("huge", HUGE);
        case NO_BYTES -> context().forward(record, "broken");
        case TOO_DEEP -> deeper(0);
        default -> {}
      }
    }

    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    private static int deeper(int depth) {
      return deeper(depth + 1) + 1;
    }
  }
}
