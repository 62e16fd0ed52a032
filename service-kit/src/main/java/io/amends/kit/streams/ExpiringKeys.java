package io.amends.kit.streams;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * A store whose rows end a while after they were written. A slow sweep passes over all rows and
 * deletes old ones; a row that is read after its end is as good as deleted.
 */
public final class ExpiringKeys {

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final int ROWS_A_TICK = 2_000;
  private static final Bytes START = Bytes.wrap(new byte[0]);

  private final KeyValueStore<Bytes, byte[]> rows;
  private final long keptMillis;
  private final LongSupplier now;
  private Bytes next = START;

  /**
   * Opens the store of a task.
   *
   * @param now epoch milliseconds, in the time in which rows are written
   */
  public ExpiringKeys(
      ProcessorContext<?, ?> context, String name, Duration kept, LongSupplier now) {
    rows = context.getStateStore(name);
    keptMillis = kept.toMillis();
    this.now = now;
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, _ -> sweep());
  }

  /** The store, to be named by the processor's supplier. */
  public static StoreBuilder<?> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled();
  }

  /** The row as it was put, or null if there is none any more. */
  public byte @Nullable [] get(byte[] key) {
    byte @Nullable [] row = rows.get(Bytes.wrap(key));
    return row == null || isOver(row) ? null : value(row);
  }

  /**
   * Writes a row.
   *
   * @param at epoch milliseconds from which it is kept
   */
  public void put(byte[] key, long at, byte[] value) {
    rows.put(
        Bytes.wrap(key),
        ByteBuffer.allocate(Long.BYTES + value.length).putLong(at).put(value).array());
  }

  /** What a row in the store says, for reads from outside the stream thread. */
  public static byte[] value(byte[] row) {
    byte[] value = new byte[row.length - Long.BYTES];
    System.arraycopy(row, Long.BYTES, value, 0, value.length);
    return value;
  }

  private boolean isOver(byte[] row) {
    return ByteBuffer.wrap(row).getLong() + keptMillis < now.getAsLong();
  }

  private void sweep() {
    List<Bytes> over = new ArrayList<>();
    int seen = 0;
    Bytes from = next;
    next = START;
    try (KeyValueIterator<Bytes, byte[]> iterator = rows.range(from, null)) {
      while (iterator.hasNext()) {
        var row = iterator.next();
        if (isOver(row.value)) {
          over.add(row.key);
        }
        if (++seen == ROWS_A_TICK) {
          next = row.key;
          break;
        }
      }
    }
    over.forEach(rows::delete);
  }
}
