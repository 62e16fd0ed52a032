package io.amends.bench.scorer;

import io.amends.contracts.EventType;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.local.stack.StackFailure;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Stays of guests, written as the door writes them. */
final class Stays implements AutoCloseable {

  private static final String TOPIC = Topics.INTERACTIONS.name();
  private static final String TYPE = EventType.of(InteractionRecorded.class);

  private final KafkaProducer<byte[], byte[]> producer;
  private volatile @Nullable Exception failure;

  Stays(String bootstrap) {
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

  /** A guest's stay that has just ended. */
  void ended(String guest, String stay, Instant at) {
    Exception known = failure;
    if (known != null) {
      throw new StackFailure("Expected the broker to take a stay, but: " + known, known);
    }
    String body =
        "{\"guestId\":\""
            + guest
            + "\",\"source\":\"pms\",\"history\":false,\"kind\":\"STAY_COMPLETED\",\"occurredAt\":\""
            + at
            + "\",\"propertyId\":\"SHA-BUND\",\"stayId\":\""
            + stay
            + "\",\"nights\":2,\"spend\":{\"minorUnits\":58800,\"currency\":\"CNY\"}}";
    EventHeaders headers = new EventHeaders(stay, "pms", TYPE, at, stay, null, null, false);
    var _ =
        producer.send(
            new ProducerRecord<>(TOPIC, null, Keys.bytes(guest), Keys.bytes(body), headers.write()),
            (_, thrown) -> {
              if (thrown != null) {
                failure = thrown;
              }
            });
  }

  void flush() {
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
