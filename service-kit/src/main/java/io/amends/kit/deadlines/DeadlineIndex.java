package io.amends.kit.deadlines;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** The running deadlines of a task in the order in which they fall due; what was put aside. */
final class DeadlineIndex {

  private static final Bytes CURSOR = Bytes.wrap("cursor".getBytes(StandardCharsets.UTF_8));

  private final KeyValueStore<Bytes, byte[]> byDue;
  private final KeyValueStore<Bytes, byte[]> cursor;
  private final KeyValueStore<Bytes, byte[]> quarantine;
  private final boolean cursorGoesBack;

  /** Of the rows written since the last reading ahead, whether they are there. */
  private final Map<Bytes, Boolean> written = new HashMap<>();

  /** The first of those armed since the last reading ahead. */
  private @Nullable Bytes armed;

  private Bytes from;
  private Bytes fromStored;

  DeadlineIndex(ProcessorContext<?, ?> context, String name, boolean cursorGoesBack) {
    this.cursorGoesBack = cursorGoesBack;
    byDue = context.getStateStore(name + "-by-due");
    cursor = context.getStateStore(name + "-cursor");
    quarantine = context.getStateStore(name + "-quarantine");
    byte @Nullable [] stored = cursor.get(CURSOR);
    from = Bytes.wrap(stored == null ? new byte[0] : stored);
    fromStored = from;
  }

  static Set<StoreBuilder<?>> stores(String name) {
    return Set.of(store(name + "-by-due"), store(name + "-cursor"), store(name + "-quarantine"));
  }

  private static StoreBuilder<?> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
        .withCachingDisabled();
  }

  void put(Bytes key, byte[] origin) {
    byDue.put(key, origin);
    written.put(key, true);
    armed = armed == null || key.compareTo(armed) < 0 ? key : armed;
    if (cursorGoesBack && key.compareTo(from) < 0) {
      from = key;
      if (key.compareTo(fromStored) < 0) {
        saveCursor();
      }
    }
  }

  void delete(Bytes key) {
    byDue.put(key, null); // unlike delete, this does not read first what it deletes
    written.put(key, false);
  }

  /** What a row of the last reading says by now; null if it is gone. */
  byte @Nullable [] originNow(KeyValue<Bytes, byte[]> row) {
    Boolean there = written.get(row.key);
    if (there == null) {
      return row.value;
    }
    return there ? byDue.get(row.key) : null;
  }

  void putAside(Bytes key, byte[] origin) {
    quarantine.put(key, origin);
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
    try (KeyValueIterator<Bytes, byte[]> earliest = byDue.range(from, to)) {
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
      cursor.put(CURSOR, from.get());
      fromStored = from;
    }
  }

  long estimatedSize() {
    return byDue.approximateNumEntries();
  }
}
