package io.amends.kit.streams;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a record that is too large at once, to whoever writes it.
 *
 * <p>Kafka's own producer would refuse it too, but Streams hears of that in a callback and throws
 * it at the next write or at the commit: then nobody knows which input it was, and the task fails
 * over it for ever. Events, outcomes and changelogs all pass through here.
 */
final class BoundedProducer extends KafkaProducer<byte[], byte[]> {

  private final WrittenEvents written = new WrittenEvents();

  BoundedProducer(Map<String, Object> config) {
    super(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Sends it.
   *
   * @throws RecordTooLargeException if it is larger than any topic of the house takes
   */
  @Override
  public Future<RecordMetadata> send(
      ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
    if (!RecordSize.fits(record.key(), record.value(), record.headers())) {
      throw new RecordTooLargeException(
          "%s: a record of %d bytes (expected: at most %d)"
              .formatted(
                  record.topic(),
                  RecordSize.of(record.key(), record.value(), record.headers()),
                  RecordSize.LARGEST));
    }
    written.count(record);
    return super.send(record, callback);
  }
}
