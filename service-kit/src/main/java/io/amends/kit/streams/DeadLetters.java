package io.amends.kit.streams;

import io.amends.kit.events.DeadLetter;
import io.amends.kit.events.DeadLetter.Place;
import io.amends.kit.events.Keys;
import io.amends.kit.failures.FailureCounts;
import io.amends.kit.failures.Sentence;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a processor can't understand to the dead letters of the topic that it came by. Each
 * processor that reads an input has its own sink for them, since a shared one would tie
 * sub-topologies together.
 *
 * <p>A letter can always be written: one that would be too large goes without its body, which the
 * origin still has for as long as that topic keeps it.
 */
public final class DeadLetters {

  /** What stands behind a topic's name. */
  static final String SUFFIX = ".dlq";

  private final String sink;
  private final Counter written;

  private DeadLetters(String processor) {
    sink = sinkOf(processor);
    written =
        Counter.builder("streams.dead.letters")
            .description("Records put aside; attempts, since a transaction may abort")
            .tag("processor", processor)
            .register(Metrics.globalRegistry);
  }

  /** The dead letters of the processor with this name. */
  public static DeadLetters of(String processor) {
    return new DeadLetters(processor);
  }

  static String sinkOf(String processor) {
    return processor + "-dead-letters";
  }

  /** Gives a processor its sink. */
  public static Topology addSink(Topology topology, String processor) {
    return topology.addSink(
        sinkOf(processor),
        new OfOrigin(),
        Serdes.ByteArray().serializer(),
        Serdes.ByteArray().serializer(),
        processor);
  }

  /**
   * Reads a record and then does the writing that the reading came to. A record that can't be
   * understood is forwarded in its stead: nothing was written yet, so nothing is half done.
   *
   * @param reading writes nothing; what it returns does
   * @throws KafkaException if a store or the client failed, not the record: the task restarts
   */
  public void process(
      ProcessorContext<byte[], byte[]> context,
      Record<byte[], byte[]> record,
      Supplier<Runnable> reading) {
    Runnable writes;
    try {
      writes = reading.get();
    } catch (KafkaException failure) {
      throw failure;
    } catch (RuntimeException failure) {
      writes = () -> forward(context, record, failure);
    }
    writes.run();
  }

  /** The record as it came, and why it can't be understood. */
  public void forward(
      ProcessorContext<byte[], byte[]> context,
      Record<byte[], byte[]> record,
      RuntimeException failure) {
    Sentence sentence = Sentence.in(failure);
    String reason =
        sentence == null ? "body: unreadable (expected: as its schema)" : sentence.toString();
    forward(context, record, reason, failure);
  }

  /** The record as it came, for a reason that names a field. */
  public void forward(
      ProcessorContext<byte[], byte[]> context,
      Record<byte[], byte[]> record,
      String reason,
      @Nullable Throwable failure) {
    forward(context, record, placeOf(context, record), reason, failure);
  }

  /** A record that came in somewhere else than here. */
  public void forward(
      ProcessorContext<byte[], byte[]> context,
      Record<byte[], byte[]> record,
      Place cameIn,
      String reason,
      @Nullable Throwable failure) {
    send(context, record, cameIn, 1, reason, failure);
  }

  /** A record over which the task has failed too often. */
  void forwardRepeated(ProcessorContext<byte[], byte[]> context, Record<byte[], byte[]> record) {
    int times = FailureCounts.ENOUGH;
    String reason = "record: failed %d times (expected: to be processed)".formatted(times);
    send(context, record, placeOf(context, record), times, reason, null);
  }

  private void send(
      ProcessorContext<byte[], byte[]> context,
      Record<byte[], byte[]> record,
      Place cameIn,
      int attempts,
      String reason,
      @Nullable Throwable failure) {
    Headers headers =
        DeadLetter.headers(
            record.headers(), cameIn, context.applicationId(), attempts, reason, failure);
    context.forward(fitting(record.withHeaders(headers)), sink);
    written.increment();
  }

  private static Record<byte[], byte[]> fitting(Record<byte[], byte[]> letter) {
    Headers headers = letter.headers();
    if (RecordSize.fits(letter.key(), letter.value(), headers)) {
      return letter;
    }
    DeadLetter.omitted(headers, letter.value() == null ? 0 : letter.value().length);
    Record<byte[], byte[]> without = letter.withValue(null);
    return RecordSize.fits(letter.key(), null, headers) ? without : without.withKey(null);
  }

  private static Place placeOf(
      ProcessorContext<byte[], byte[]> context, Record<byte[], byte[]> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    return new Place(at.topic(), at.partition(), at.offset(), record.timestamp());
  }

  /**
   * Beside the topic that the record came by; a record, so that a topology reads the same twice.
   */
  private record OfOrigin() implements TopicNameExtractor<byte[], byte[]> {
    @Override
    public String extract(byte[] key, byte[] value, RecordContext record) {
      return Keys.text(record.headers().lastHeader(DeadLetter.TOPIC).value()) + SUFFIX;
    }
  }
}
