package io.amends.kit.streams;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** Adds reference tables that every task sees whole: the bytes of a compacted topic by its key. */
public final class GlobalTables {

  private GlobalTables() {}

  /** Names the store after the table. */
  public static Topology add(Topology topology, String table, String topic) {
    return topology.addGlobalStore(
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(table), Serdes.String(), Serdes.ByteArray())
            .withLoggingDisabled(),
        table + "-source",
        Serdes.String().deserializer(),
        Serdes.ByteArray().deserializer(),
        topic,
        table + "-update",
        () -> new Update(table));
  }

  private static final class Update extends ContextualProcessor<String, byte[], Void, Void> {

    private final String table;

    Update(String table) {
      this.table = table;
    }

    @Override
    public void process(Record<String, byte[]> record) {
      KeyValueStore<String, byte[]> store = context().getStateStore(table);
      store.put(record.key(), record.value());
    }
  }
}
