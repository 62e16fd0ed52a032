package io.amends.kit.streams;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;

/**
 * What operations see of an application's Streams; a few figures, since Kafka's own are thousands.
 */
public final class StreamsMeters implements MeterBinder {

  private final StreamsRuntime runtime;

  public StreamsMeters(StreamsRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge(meters, "streams.running", "1 if it has its tasks and works", r -> r.ready() ? 1 : 0);
    gauge(meters, "streams.threads", "Stream threads that live", r -> count(r, _ -> 1));
    gauge(
        meters,
        "streams.tasks.active",
        "Tasks that work here",
        r -> count(r, thread -> thread.activeTasks().size()));
    gauge(
        meters,
        "streams.tasks.standby",
        "Tasks whose state is kept here for when another instance fails",
        r -> count(r, thread -> thread.standbyTasks().size()));
    gauge(
        meters,
        "streams.restore.remaining.records",
        "Records of changelogs still to be read before tasks work",
        r -> r.restore().remainingRecords());
    gauge(
        meters,
        "streams.input.lag.records",
        "Records of the input that is furthest behind",
        StreamsRuntime::lag);
    Gauge.builder("streams.inputs.read.up.to", runtime, StreamsRuntime::readUpTo)
        .description("When all that then stood in the inputs has been dealt with, real time")
        .baseUnit("seconds")
        .register(meters);
    FunctionCounter.builder("streams.restored.records", runtime, r -> r.restore().restoredRecords())
        .description("Records read back from changelogs")
        .register(meters);
  }

  private void gauge(
      MeterRegistry meters,
      String name,
      String description,
      ToDoubleFunction<StreamsRuntime> figure) {
    Gauge.builder(name, runtime, figure).description(description).register(meters);
  }

  private static int count(StreamsRuntime runtime, ToIntFunction<ThreadMetadata> each) {
    KafkaStreams streams = runtime.started();
    Collection<ThreadMetadata> threads =
        streams == null ? Set.of() : streams.metadataForLocalThreads();
    return threads.stream().mapToInt(each).sum();
  }
}
