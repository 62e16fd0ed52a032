package io.amends.bench.alarms;

import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** The two services: what is measured, and the bare limit beside it. Same topology, same stores. */
public enum Kind {
  /** The real component. */
  DEADLINES,
  /** The same store writes and one forward: no rule, no gate, no reading of origins. */
  BARE;

  public static final String STORES = "alarm-deadlines";
  public static final String BY_DUE = STORES + "-by-due";

  /** The service's, and of its process. */
  public String serviceName() {
    return "alarms-" + lowerCase();
  }

  public String asked() {
    return "bench." + lowerCase() + ".asked";
  }

  public String told() {
    return "bench." + lowerCase() + ".told";
  }

  private String lowerCase() {
    return switch (this) {
      case DEADLINES -> "deadlines";
      case BARE -> "bare";
    };
  }

  Topology topology(TopologyConfig config, DeadlineService deadlines) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    Serializer<byte[]> out = Serdes.ByteArray().serializer();
    return new Topology(config)
        .addSource("asked", in, in, asked())
        .addProcessor("alarms", supplier(deadlines), "asked")
        .addSink("told", told(), out, out, "alarms");
  }

  private ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(DeadlineService deadlines) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<byte[], byte[], byte[], byte[]> get() {
        return switch (Kind.this) {
          case DEADLINES -> new Alarms(deadlines);
          case BARE -> new BareAlarms();
        };
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return DurableDeadlines.stores(STORES);
      }
    };
  }
}
