package io.amends.kit.streams;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often the task failed over one record, and keeps count of what was processed.
 *
 * <p>A failure outside the pure part aborts the transaction and restarts the task. After three on
 * one offset the record goes to its {@link DeadLetters} before its processor sees it: one bad guest
 * never stops a partition.
 */
public final class RepeatedFailures implements ProcessorWrapper {

  /** Under this key of the Streams configuration lies the object that the wrapper reports to. */
  static final String CONFIG = "amends.input.progress";

  private static final Logger LOG = LoggerFactory.getLogger(RepeatedFailures.class);
  private static final int ENOUGH = 3;

  private @Nullable Tracker tracker;

  /** What all wrapped processors of one application share. */
  static final class Tracker {

    private final TrackedClients clients;
    private final Map<TopicPartition, Failing> failing = new ConcurrentHashMap<>();

    Tracker(TrackedClients clients) {
      this.clients = clients;
    }

    private record Failing(long offset, int times) {}

    private int failuresAt(RecordMetadata at) {
      Failing known = failing.get(new TopicPartition(at.topic(), at.partition()));
      return known != null && known.offset() == at.offset() ? known.times() : 0;
    }

    private void failed(RecordMetadata at) {
      failing.merge(
          new TopicPartition(at.topic(), at.partition()),
          new Failing(at.offset(), 1),
          (known, first) ->
              known.offset() == at.offset() ? new Failing(at.offset(), known.times() + 1) : first);
    }
  }

  @Override
  public void configure(Map<String, ?> configs) {
    tracker = (Tracker) configs.get(CONFIG);
  }

  @Override
  public <KIn, VIn, KOut, VOut>
      WrappedProcessorSupplier<KIn, VIn, KOut, VOut> wrapProcessorSupplier(
          String name, ProcessorSupplier<KIn, VIn, KOut, VOut> supplier) {
    Tracker shared = tracker;
    if (shared == null) {
      return ProcessorWrapper.asWrapped(supplier);
    }
    return new WrappedProcessorSupplier<>() {
      @Override
      public Processor<KIn, VIn, KOut, VOut> get() {
        return new Guarded<>(supplier.get(), shared, DeadLetters.of(name));
      }

      @Override
      public @Nullable Set<StoreBuilder<?>> stores() {
        return supplier.stores();
      }
    };
  }

  @Override
  public <KIn, VIn, VOut>
      WrappedFixedKeyProcessorSupplier<KIn, VIn, VOut> wrapFixedKeyProcessorSupplier(
          String name, FixedKeyProcessorSupplier<KIn, VIn, VOut> supplier) {
    return ProcessorWrapper.asWrappedFixedKey(supplier);
  }

  private static final class Guarded<KIn, VIn, KOut, VOut>
      implements Processor<KIn, VIn, KOut, VOut> {

    private final Processor<KIn, VIn, KOut, VOut> inner;
    private final Tracker tracker;
    private final DeadLetters deadLetters;
    private ProcessorContext<KOut, VOut> context;
    private InputProgress progress;

    Guarded(Processor<KIn, VIn, KOut, VOut> inner, Tracker tracker, DeadLetters deadLetters) {
      this.inner = inner;
      this.tracker = tracker;
      this.deadLetters = deadLetters;
    }

    @Override
    public void init(ProcessorContext<KOut, VOut> context) {
      this.context = context;
      progress = tracker.clients.ofThisThread();
      inner.init(context);
    }

    @Override
    public void process(Record<KIn, VIn> record) {
      RecordMetadata at = context.recordMetadata().orElse(null);
      if (at == null) { // a deadline speaks, not a record
        inner.process(record);
        return;
      }
      if (tracker.failuresAt(at) >= ENOUGH) {
        LOG.error("Dead-lettered after {} failures: {}", ENOUGH, at);
        deadLetter(record);
      } else {
        try {
          inner.process(record);
        } catch (KafkaException failure) {
          throw failure; // the client's or a store's, not the record's
        } catch (RuntimeException failure) {
          tracker.failed(at);
          throw failure;
        }
      }
      progress.processed(at.topic(), at.partition(), at.offset());
    }

    @SuppressWarnings("unchecked") // inputs of the house are bytes, and so are dead letters
    private void deadLetter(Record<KIn, VIn> record) {
      String reason = "record: failed %d times (expected: to be processed)".formatted(ENOUGH);
      deadLetters.forward(
          (ProcessorContext<byte[], byte[]>) context,
          (Record<byte[], byte[]>) record,
          reason,
          null);
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
