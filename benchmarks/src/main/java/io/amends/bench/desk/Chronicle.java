package io.amends.bench.desk;

import io.amends.contracts.EventType;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.node.ObjectNode;

/** Writes cases into the log as the orchestrator does, made after the approved samples. */
final class Chronicle implements AutoCloseable {

  private final KafkaProducer<byte[], byte[]> producer;
  private final ObjectNode snapshot = sample("amends.recovery.case.v1");
  private final ObjectNode opened = sample("amends.recovery.case-opened.v1");
  private final ObjectNode closed = sample("amends.recovery.case-closed.v1");

  Chronicle(String bootstrap) {
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "linger.ms", "2",
                "batch.size", "262144",
                "compression.type", "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** A case that is open, as its snapshot and its first event tell it: two records. */
  void open(String caseId, String property, Instant at) {
    String guest = "G-" + caseId;
    event(CaseOpened.class, of(opened, caseId, property, at, 1), guest, caseId, 1);
    ObjectNode now = of(snapshot, caseId, property, at, 1);
    now.put("standing", "OPEN");
    put(now, guest, caseId);
  }

  /** A case that was opened and closed: three records. */
  void closed(String caseId, String property, Instant at) {
    String guest = "G-" + caseId;
    event(CaseOpened.class, of(opened, caseId, property, at, 1), guest, caseId, 1);
    event(CaseClosed.class, of(closed, caseId, property, at, 2), guest, caseId, 2);
    ObjectNode now = of(snapshot, caseId, property, at, 2);
    now.put("standing", "CLOSED");
    put(now, guest, caseId);
  }

  void flush() {
    producer.flush();
  }

  private static ObjectNode of(
      ObjectNode sample, String caseId, String property, Instant at, int version) {
    ObjectNode made = sample.deepCopy();
    made.put("caseId", caseId);
    made.put("guestId", "G-" + caseId);
    made.put("caseVersion", version);
    if (made.has("occurredAt")) {
      made.put("occurredAt", at.toString());
    }
    if (made.get("facts") instanceof ObjectNode facts) {
      facts.put("occurredAt", at.toString()).put("detectedAt", at.toString());
      if (facts.get("place") instanceof ObjectNode place) {
        place.put("propertyId", property);
      }
    }
    return made;
  }

  private void event(Class<?> type, ObjectNode body, String guest, String caseId, int version) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.CASE_EVENTS.name(),
            null,
            Keys.bytes(guest),
            Json.bytes(body),
            new EventHeaders(
                    caseId + "/" + version,
                    "bench",
                    EventType.of(type),
                    null,
                    caseId,
                    null,
                    null,
                    false)
                .write());
    var _ = producer.send(record);
  }

  private void put(ObjectNode body, String guest, String caseId) {
    var _ =
        producer.send(
            new ProducerRecord<>(
                Topics.CASES.name(),
                null,
                Keys.bytes(guest + "/" + caseId),
                Json.bytes(body),
                new EventHeaders(
                        caseId,
                        "bench",
                        EventType.of(CaseSnapshot.class),
                        null,
                        caseId,
                        null,
                        null,
                        false)
                    .write()));
  }

  private static ObjectNode sample(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Topics.class.getResourceAsStream("/samples/" + name + ".json"), name)) {
      return (ObjectNode) Json.mapper().readTree(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
