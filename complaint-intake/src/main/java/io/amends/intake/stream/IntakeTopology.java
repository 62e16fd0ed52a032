package io.amends.intake.stream;

import io.amends.contracts.topics.Topics;
import io.amends.intake.domain.Sources;
import io.amends.intake.schema.InboundSchemas;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.ExpiringKeys;
import io.amends.kit.streams.GlobalTables;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What came in, at the door; then under its event, where repeats meet; then, if nobody named the
 * guest, under what a guest is found by; then out, under the guest.
 */
public final class IntakeTopology {

  /** The store of what came, by event key: what it became. */
  public static final String SEEN = "seen";

  static final String PARKED = "parked";
  static final String RETRIES = "parked-retries";
  static final String DIRECTORY = "directory";
  static final String PROPERTY_TABLE = "properties-table";
  static final String POLICY_TABLE = "policies-table";

  static final String DOOR = "door";
  static final String ADMISSION = "admission";
  static final String IDENTIFICATION = "identification";

  private IntakeTopology() {}

  public static Topology build(
      String prefix,
      TopologyConfig config,
      Sources sources,
      HotelClock clock,
      DeadlineService deadlines,
      MeterRegistry registry) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    IntakeMeters meters = new IntakeMeters(registry);
    InboundSchemas schemas = new InboundSchemas();
    ReferenceExpander references = new ReferenceExpander(clock);
    Topology topology =
        new Topology(config)
            .addSource("inbound", in, in, Topics.inbound(prefix))
            .addProcessor(
                DOOR,
                () -> new DoorProcessor(prefix, sources, schemas, references, clock, meters),
                "inbound")
            .addSource("arrivals", in, in, Topics.ARRIVALS.on(prefix))
            .addProcessor(
                ADMISSION,
                with(() -> new ArrivalsProcessor(clock, deadlines, meters), admissionStores()),
                "arrivals")
            .addSource("lookups", in, in, Topics.LOOKUPS.on(prefix))
            .addProcessor(
                IDENTIFICATION, with(DirectoryProcessor::new, Set.of(store(DIRECTORY))), "lookups");
    for (String processor : List.of(DOOR, ADMISSION, IDENTIFICATION)) {
      DeadLetters.addSink(topology, processor);
      Stream.of(Sink.values()).forEach(sink -> sink.add(topology, prefix, processor));
    }
    GlobalTables.add(topology, PROPERTY_TABLE, Topics.PROPERTIES.on(prefix));
    return GlobalTables.add(topology, POLICY_TABLE, Topics.POLICIES.on(prefix));
  }

  private static Set<StoreBuilder<?>> admissionStores() {
    Set<StoreBuilder<?>> stores = new HashSet<>(DurableDeadlines.stores(RETRIES));
    stores.add(ExpiringKeys.store(SEEN));
    stores.add(store(PARKED));
    return stores;
  }

  private static StoreBuilder<?> store(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
        .withCachingDisabled();
  }

  private static ProcessorSupplier<byte[], byte[], byte[], byte[]> with(
      Supplier<Processor<byte[], byte[], byte[], byte[]>> processor, Set<StoreBuilder<?>> stores) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], byte[]> get() {
        return processor.get();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return stores;
      }
    };
  }
}
