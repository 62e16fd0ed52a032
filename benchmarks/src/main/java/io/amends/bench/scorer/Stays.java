package io.amends.bench.scorer;

import io.amends.contracts.EventType;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What befalls guests, written as the door writes it. */
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
    told(
        guest,
        stay,
        "STAY_COMPLETED",
        at,
        ",\"stayId\":\"%s\",\"nights\":2,\"spend\":{\"minorUnits\":58800,\"currency\":\"CNY\"}"
            .formatted(stay));
  }

  /** One of the things that are told of a guest who is known; of eight, half are stays. */
  void something(int which, String guest, String id, Instant at) {
    switch (which % 8) {
      case 0, 1 ->
          told(
              guest,
              id,
              "BOOKING_MADE",
              at,
              ",\"bookingId\":\"%s\",\"nights\":2,\"arrivalDate\":\"%s\""
                  .formatted(id, at.plus(Duration.ofDays(20)).toString().substring(0, 10)));
      case 2 -> told(guest, id, "SURVEY_ANSWERED", at, ",\"score\":" + which % 11);
      case 3 ->
          told(
              guest,
              id,
              "COMPLAINT_MADE",
              at,
              ",\"complaintId\":\"%s\",\"severity\":\"MAJOR\"".formatted(id));
      default -> ended(guest, id, at);
    }
  }

  private void told(String guest, String id, String kind, Instant at, String more) {
    Exception known = failure;
    if (known != null) {
      throw new StackFailure("Expected the broker to take a stay, but: " + known, known);
    }
    String body =
        "{\"guestId\":\""
            + guest
            + "\",\"source\":\"pms\",\"history\":false,\"kind\":\""
            + kind
            + "\",\"occurredAt\":\""
            + at
            + "\",\"propertyId\":\"SHA-BUND\""
            + more
            + "}";
    EventHeaders headers = new EventHeaders(id, "pms", TYPE, at, id, null, null, false);
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
