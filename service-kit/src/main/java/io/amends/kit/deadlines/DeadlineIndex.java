package io.amends.kit.deadlines;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The running deadlines of a task in the order in which they fall due; what was put aside.
 *
 * <p>One store for all three, since each costs a start its files and a changelog its partitions:
 *
 * <pre>
 * 00..7F …       running, by {@link DeadlineKeys}: a due time is not negative
 * 80 and a key   put aside
 * FF             the cursor
 * </pre>
 */
final class DeadlineIndex {

  /** After every running deadline, before all else. */
  static final Bytes END = Bytes.wrap(new byte[] {(byte) 0x80});

  private static final Bytes CURSOR = Bytes.wrap(new byte[] {(byte) 0xFF});

  private final KeyValueStore<Bytes, byte[]> rows;
  private final boolean cursorGoesBack;

  /** Of the rows written since the last reading ahead, whether they are there. */
  private final Map<Bytes, Boolean> written = new HashMap<>();

  /** The first of those armed since the last reading ahead. */
  private @Nullable Bytes armed;

  private Bytes from;
  private Bytes fromStored;
  private long running;

  DeadlineIndex(ProcessorContext<?, ?> context, String name, boolean cursorGoesBack) {
    this.cursorGoesBack = cursorGoesBack;
    rows = context.getStateStore(name);
    byte @Nullable [] stored = rows.get(CURSOR);
    from = Bytes.wrap(stored == null ? new byte[0] : stored);
    fromStored = from;
    running = rows.approximateNumEntries() - (stored == null ? 0 : 1);
  }

  static StoreBuilder<?> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled();
  }

  void put(Bytes key, byte[] origin) {
    rows.put(key, origin);
    written.put(key, true);
    running++;
    armed = armed == null || key.compareTo(armed) < 0 ? key : armed;
    if (cursorGoesBack && key.compareTo(from) < 0) {
      from = key;
      if (key.compareTo(fromStored) < 0) {
        saveCursor();
      }
    }
  }

  void delete(Bytes key) {
    rows.put(key, null); // unlike delete, this does not read first what it deletes
    written.put(key, false);
    running--;
  }

  /** What a row of the last reading says by now; null if it is gone. */
  byte @Nullable [] originNow(KeyValue<Bytes, byte[]> row) {
    Boolean there = written.get(row.key);
    if (there == null) {
      return row.value;
    }
    return there ? rows.get(row.key) : null;
  }

  void putAside(Bytes key, byte[] origin) {
    rows.put(aside(key), origin);
    delete(key);
  }

  /** At most so many rows before {@code to}, the first due first; read before any is dealt with. */
  List<KeyValue<Bytes, byte[]>> before(Bytes to, int most) {
    written.clear();
    armed = null;
    List<KeyValue<Bytes, byte[]>> due = new ArrayList<>();
    if (from.compareTo(to) >= 0) {
      return due;
    }
    try (KeyValueIterator<Bytes, byte[]> earliest = rows.range(from, to)) {
      while (earliest.hasNext() && due.size() < most) {
        KeyValue<Bytes, byte[]> row = earliest.next();
        if (row.key.compareTo(to) < 0) {
          due.add(row);
        }
      }
    }
    return due;
  }

  /** What lies before this need not be passed again, dealt with or cancelled. */
  void passed(Bytes upTo) {
    from = upTo.compareTo(from) > 0 ? upTo : from;
  }

  /** Whether something that comes before this row of the last reading was armed after it. */
  boolean isOvertaken(Bytes row) {
    return armed != null && armed.compareTo(row) < 0;
  }

  /** The cursor as it is stored: where a restart begins. */
  Bytes storedCursor() {
    return fromStored;
  }

  void saveCursor() {
    if (!from.equals(fromStored)) {
      rows.put(CURSOR, from.get());
      fromStored = from;
    }
  }

  private static Bytes aside(Bytes key) {
    byte[] marked = new byte[1 + key.get().length];
    marked[0] = END.get()[0];
    System.arraycopy(key.get(), 0, marked, 1, key.get().length);
    return Bytes.wrap(marked);
  }

  /** How many run: as the store estimated it at the start, and counted since. */
  long estimatedSize() {
    return Math.max(0, running);
  }
}
