package io.amends.kit.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** All rows of a store whose keys begin alike, such as those of one guest. */
public final class RowsUnder {

  private RowsUnder() {}

  /** What is read from each, in the order of their keys. */
  public static <T> List<T> prefix(
      ReadOnlyKeyValueStore<String, byte[]> store, String prefix, Function<byte[], T> read) {
    List<T> found = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> rows =
        store.prefixScan(prefix, Serdes.String().serializer())) {
      while (rows.hasNext()) {
        found.add(read.apply(rows.next().value));
      }
    }
    return found;
  }
}
