package io.amends.orchestrator.stream;

import static org.apache.kafka.streams.state.Stores.persistentKeyValueStore;

import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.GlobalTables;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Complaints, commands and what others know in; events, snapshots, outcomes and dead letters out;
 * one key all the way.
 */
public final class RecoveryTopology {

  /** The store of all cases, by {@code guest id/case id}. */
  public static final String CASES = RecoveryProcessor.CASES;

  private RecoveryTopology() {}

  public static Topology build(
      String prefix,
      TopologyConfig config,
      HotelClock clock,
      DeadlineService deadlines,
      MeterRegistry meters) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    Serializer<byte[]> out = Serdes.ByteArray().serializer();
    RecoveryMeters counts = new RecoveryMeters(meters);
    Topology topology =
        new Topology(config)
            .addSource(
                "asked",
                in,
                in,
                Topics.COMPLAINTS.on(prefix),
                Topics.COMMANDS.on(prefix),
                Topics.INTERACTIONS.on(prefix),
                Topics.UPDATES.on(prefix))
            .addProcessor("recovery", supplier(clock, deadlines, counts), "asked")
            .addSink("case-events", Topics.CASE_EVENTS.on(prefix), out, out, "recovery")
            .addSink("cases", Topics.CASES.on(prefix), out, out, Keys.byFirstPart(), "recovery")
            .addSink("outcomes", Topics.COMMAND_OUTCOMES.on(prefix), out, out, "recovery");
    DeadLetters.addSink(topology, "recovery");
    return GlobalTables.add(topology, RecoveryProcessor.POLICIES, Topics.POLICIES.on(prefix));
  }

  private static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(
      HotelClock clock, DeadlineService deadlines, RecoveryMeters meters) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], byte[]> get() {
        return new RecoveryProcessor(clock, deadlines, meters);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        Set<StoreBuilder<?>> stores =
            new HashSet<>(DurableDeadlines.stores(RecoveryProcessor.DEADLINES));
        stores.add(
            Stores.keyValueStoreBuilder(
                    persistentKeyValueStore(CASES), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled());
        return stores;
      }
    };
  }
}
