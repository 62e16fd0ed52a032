package io.amends.kit.streams;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A processor together with the stores that are its own.
 *
 * @param processor makes a new one for each task
 */
public record WithStores<KOut, VOut>(
    Supplier<Processor<byte[], byte[], KOut, VOut>> processor, Set<StoreBuilder<?>> stores)
    implements ProcessorSupplier<byte[], byte[], KOut, VOut> {

  public WithStores {
    stores = Set.copyOf(stores);
  }

  /** With all of these. */
  public static <KOut, VOut> WithStores<KOut, VOut> of(
      Supplier<Processor<byte[], byte[], KOut, VOut>> processor, StoreBuilder<?>... stores) {
    return new WithStores<>(processor, Set.of(stores));
  }

  /** With more, such as those of its deadlines. */
  public WithStores<KOut, VOut> and(Set<StoreBuilder<?>> more) {
    Set<StoreBuilder<?>> all = new HashSet<>(stores);
    all.addAll(more);
    return new WithStores<>(processor, all);
  }

  @Override
  public Processor<byte[], byte[], KOut, VOut> get() {
    return processor.get();
  }

  /** Rows of bytes by a text, on disk; not cached, so that a read sees what was written. */
  public static StoreBuilder<KeyValueStore<String, byte[]>> rows(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withCachingDisabled();
  }
}
