package io.amends.kit.streams;

import io.amends.kit.events.EventHeaders;
import io.amends.kit.failures.Failure;
import io.amends.kit.failures.FailureCounts;
import io.amends.kit.logs.Correlation;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often a processor failed over one record, and keeps count of what was processed.
 *
 * <p>A failure outside the pure part aborts the transaction and restarts the task. After {@link
 * FailureCounts#ENOUGH} on one offset the record goes to its {@link DeadLetters} before its
 * processor sees it: one bad guest never stops a partition. What can't be written because it is too
 * large or can't be made bytes of counts as the record's; whatever else Kafka throws does not.
 */
final class GuardedProcessor<KIn, VIn, KOut, VOut> implements Processor<KIn, VIn, KOut, VOut> {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedProcessor.class);

  /** Ours: what people notice (5 s) lies in the middle. */
  private static final Duration[] AGES = {
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10)
  };

  private final Processor<KIn, VIn, KOut, VOut> inner;
  private final TaskWatch watch;
  private final DeadLetters deadLetters;
  private final Timer age;
  private ProcessorContext<KOut, VOut> context;
  private InputProgress progress;

  GuardedProcessor(String name, Processor<KIn, VIn, KOut, VOut> inner, TaskWatch watch) {
    this.inner = inner;
    this.watch = watch;
    deadLetters = DeadLetters.of(name);
    age =
        Timer.builder("streams.record.age")
            .description("From when a record was appended until it was dealt with, real time")
            .tag("processor", name)
            .serviceLevelObjectives(AGES)
            .register(Metrics.globalRegistry);
  }

  @Override
  public void init(ProcessorContext<KOut, VOut> context) {
    this.context = context;
    progress = watch.clients().ofThisThread();
    inner.init(context);
    watch.pulses().begin(context, progress, watch.ends());
  }

  @Override
  public void process(Record<KIn, VIn> record) {
    RecordMetadata at = context.recordMetadata().orElse(null);
    if (at == null) { // a deadline speaks, not a record
      inner.process(record);
      return;
    }
    try (Correlation.Scope _ = Correlation.of(EventHeaders.correlationIn(record.headers()))) {
      if (hasFailedEnough(at)) {
        if (watch.failures().putAside(name(at))) {
          LOG.error("{} has failed {} times and is dead-lettered", name(at), FailureCounts.ENOUGH);
        }
        deadLetter(record);
      } else {
        attempt(record, at);
      }
    }
    Duration waited =
        Duration.between(Instant.ofEpochMilli(record.timestamp()), watch.clock().real());
    age.record(waited.isNegative() ? Duration.ZERO : waited);
    progress.processed(at.topic(), at.partition(), at.offset());
  }

  private void attempt(Record<KIn, VIn> record, RecordMetadata at) {
    try {
      inner.process(record);
    } catch (RuntimeException | StackOverflowError | LinkageError failure) {
      if (Failure.in(failure) != null || !Failure.isOfTheInput(failure)) {
        throw failure; // counted where it happened; or the client's or a store's
      }
      int times = watch.failures().failed(name(at));
      throw Failure.over(name(at), times, Correlation.current(), failure);
    }
  }

  private boolean hasFailedEnough(RecordMetadata at) {
    return watch.failures().any() && watch.failures().enough(name(at));
  }

  private static String name(RecordMetadata at) {
    return "%s-%d@%d".formatted(at.topic(), at.partition(), at.offset());
  }

  @SuppressWarnings("unchecked") // inputs of the house are bytes, and so are dead letters
  private void deadLetter(Record<KIn, VIn> record) {
    deadLetters.forwardRepeated(
        (ProcessorContext<byte[], byte[]>) context, (Record<byte[], byte[]>) record);
  }

  @Override
  public void close() {
    watch.ends().over(context.taskId());
    inner.close();
  }
}
