package io.amends.bench.alarms;

import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.WithStores;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.Processor;

/** The two services: what is measured, and the bare limit beside it. Same topology, same stores. */
public enum Kind {
  /** The real component. */
  DEADLINES,
  /** The same store writes and one forward: no rule, no gate, no reading of origins. */
  BARE;

  public static final String STORE = "alarm-deadlines";

  /** The sink of what is told; dead letters have their own. */
  static final String TOLD = "told";

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

  /** Where it puts aside what it can't deal with. */
  public String deadLetters() {
    return asked() + ".dlq";
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
    Topology topology =
        new Topology(config)
            .addSource("asked", in, in, asked())
            .addProcessor(
                "alarms",
                new WithStores<>(() -> processor(deadlines), DurableDeadlines.stores(STORE)),
                "asked")
            .addSink(TOLD, told(), out, out, "alarms");
    return DeadLetters.addSink(topology, "alarms");
  }

  private Processor<byte[], byte[], byte[], byte[]> processor(DeadlineService deadlines) {
    return switch (this) {
      case DEADLINES -> new Alarms(deadlines);
      case BARE -> new BareAlarms();
    };
  }
}
