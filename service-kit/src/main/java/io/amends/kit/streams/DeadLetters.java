package io.amends.kit.streams;

import io.amends.kit.events.DeadLetter;
import io.amends.kit.events.Keys;
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
 */
public final class DeadLetters {

  private final String sink;

  private DeadLetters(String sink) {
    this.sink = sink;
  }

  /** The dead letters of the processor with this name. */
  public static DeadLetters of(String processor) {
    return new DeadLetters(processor + "-dead-letters");
  }

  /** Gives a processor its sink. */
  public static Topology addSink(Topology topology, String processor) {
    return topology.addSink(
        of(processor).sink,
        new OfOrigin(),
        Serdes.ByteArray().serializer(),
        Serdes.ByteArray().serializer(),
        processor);
  }

  /** The record as it came, and why it can't be understood. */
  public void forward(
      ProcessorContext<byte[], byte[]> context,
      Record<byte[], byte[]> record,
      RuntimeException failure) {
    String message = failure instanceof IllegalArgumentException ? failure.getMessage() : null;
    forward(
        context,
        record,
        message == null ? "body: unreadable (expected: as its schema)" : message,
        failure);
  }

  /** The record as it came, for a reason that names a field. */
  public void forward(
      ProcessorContext<byte[], byte[]> context,
      Record<byte[], byte[]> record,
      String reason,
      @Nullable Throwable failure) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    forward(
        context,
        record.withHeaders(
            DeadLetter.headers(
                record.headers(),
                at.topic(),
                at.partition(),
                at.offset(),
                record.timestamp(),
                reason,
                failure)));
  }

  /** A record whose headers say already where it came from and why it goes. */
  public void forward(ProcessorContext<byte[], byte[]> context, Record<byte[], byte[]> letter) {
    context.forward(letter, sink);
  }

  /**
   * Beside the topic that the record came by; a record, so that a topology reads the same twice.
   */
  private record OfOrigin() implements TopicNameExtractor<byte[], byte[]> {
    @Override
    public String extract(byte[] key, byte[] value, RecordContext record) {
      return Keys.text(record.headers().lastHeader(DeadLetter.TOPIC).value()) + ".dlq";
    }
  }
}
