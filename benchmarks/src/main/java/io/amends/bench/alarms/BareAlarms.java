package io.amends.bench.alarms;

import static io.amends.bench.alarms.AlarmService.PARTITIONS;

import io.amends.kit.deadlines.DurableDeadlines;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What the machine can do at best: one put for an alarm, one delete and one forward when it rings,
 * in ticks and slices as long as the component's, and nothing else. It may be early and false.
 */
final class BareAlarms extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final Duration TICK = Duration.ofMillis(100);

  /** What the component's sweeps have of a thread between two ticks, for each of its tasks. */
  private static final Duration SLICE = DurableDeadlines.SWEEP_BUDGET.dividedBy(PARTITIONS);

  private static final int ID_BYTES = 36;
  private static final byte[] NOTHING = {};

  private KeyValueStore<Bytes, byte[]> byDue;
  private Bytes from = Bytes.wrap(NOTHING);

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    byDue = context.getStateStore(Kind.STORE);
    context.schedule(
        Instant.ofEpochMilli(context.taskId().partition() * TICK.toMillis() / PARTITIONS),
        TICK,
        PunctuationType.WALL_CLOCK_TIME,
        this::sweep);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Asked asked = Asked.read(record.value());
    switch (asked.verb()) {
      case ARM -> byDue.put(key(asked.at(), record.key()), Asked.origin(record.value()));
      case CALL_OFF -> byDue.put(key(asked.at(), record.key()), null);
      case PASS -> tell(record.key(), Told.passed(asked, record.timestamp()).write(NOTHING));
    }
  }

  private void sweep(long now) {
    long end = System.nanoTime() + SLICE.toNanos();
    try (KeyValueIterator<Bytes, byte[]> due = byDue.range(from, key(now + 1, NOTHING))) {
      while (due.hasNext() && System.nanoTime() < end) {
        var row = due.next();
        ring(row.key, row.value);
        from = row.key;
      }
    }
  }

  private void ring(Bytes key, byte[] origin) {
    byDue.put(key, null);
    byte[] name = Arrays.copyOfRange(key.get(), Long.BYTES, key.get().length);
    long dueAt = ByteBuffer.wrap(key.get()).getLong();
    tell(name, Told.rung(dueAt, false).write(Arrays.copyOf(origin, ID_BYTES)));
  }

  private void tell(byte[] key, byte[] told) {
    context().forward(new Record<>(key, told, context().currentSystemTimeMs()), Kind.TOLD);
  }

  private static Bytes key(long dueAt, byte[] name) {
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + name.length).putLong(dueAt).put(name).array());
  }
}
