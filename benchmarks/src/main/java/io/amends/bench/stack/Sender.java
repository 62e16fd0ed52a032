package io.amends.bench.stack;

import io.amends.contracts.EventType;
import io.amends.contracts.topics.Topic;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.local.stack.StackFailure;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes events in bulk, without waiting for each. */
public final class Sender implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private volatile @Nullable Exception failure;

  public Sender(String bootstrap) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "linger.ms", "2",
                "batch.size", "262144",
                "compression.type", "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Hands an event of the bench to the broker, as a service would write it. */
  public void send(
      Topic<?> topic, String key, Class<?> type, Object body, String id, @Nullable Instant time) {
    EventHeaders headers =
        new EventHeaders(id, "bench", EventType.of(type), time, id, null, null, false);
    send(topic.name(), key, Json.bytes(body), headers);
  }

  /**
   * Hands one to the broker.
   *
   * @throws StackFailure if the broker did not take an earlier one
   */
  public void send(String topic, String key, byte[] body, EventHeaders headers) {
    Exception known = failure;
    if (known != null) {
      throw new StackFailure("Expected the broker to take it, but: " + known, known);
    }
    var _ =
        producer.send(
            new ProducerRecord<>(topic, null, Keys.bytes(key), body, headers.write()),
            (_, thrown) -> {
              if (thrown != null) {
                failure = thrown;
              }
            });
  }

  /** Waits until the broker has answered to all. */
  public void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
