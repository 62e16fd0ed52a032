package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.EventKey;
import io.amends.intake.domain.Sources;
import io.amends.kit.clock.StillClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.InputGate;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.security.KeyedHash;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole door without a broker: foreign systems write to it, and what comes out is read. */
final class Door implements AutoCloseable {

  static final Instant START = Instant.parse("2027-02-20T07:00:00Z");

  /** A hotel as the reference data have it. */
  static final Map<String, Object> QUAY =
      Map.of(
          "propertyId", "SYD-QUAY",
          "name", "Quay",
          "brand", "GRAND",
          "region", "APAC",
          "zone", "Australia/Sydney",
          "dateRoll", "04:00",
          "locale", "en-AU",
          "currency", "AUD",
          "referenceNight", 300);

  private final StillClock clock = new StillClock(START);
  private final TopologyTestDriver driver;
  private final Map<Topic<?>, List<TestRecord<String, JsonNode>>> read = new HashMap<>();

  Door(Path folder) {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    Properties config = new Properties();
    config.setProperty(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    config.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.setProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    DeadlineService deadlines =
        new DeadlineService(clock, _ -> () -> new InputGate.ReadUp(clock.real(), false), meters);
    driver =
        new TopologyTestDriver(
            IntakeTopology.build(
                "",
                new TopologyConfig(new StreamsConfig(config)),
                new Sources(Map.of()),
                new ContactKeys(new KeyedHash("k1:" + "A".repeat(43), "contact"), Set.of()),
                clock,
                deadlines,
                meters),
            config,
            START);
  }

  Instant now() {
    return clock.instant();
  }

  void pass(Duration time) {
    clock.forward(time);
    driver.advanceWallClockTime(time);
  }

  /** A foreign system writes an event; its key. */
  String write(InboundKind kind, String source, String id, Map<String, Object> body) {
    clock.forward(Duration.ofSeconds(1));
    EventHeaders headers =
        new EventHeaders(
            id, source, EventType.of(kind.body()), clock.instant(), id, null, null, false);
    driver
        .createInputTopic(
            Topics.inbound(kind, source).on(""),
            new ByteArraySerializer(),
            new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(Keys.bytes(id), Json.bytes(body), headers.write(), clock.real()));
    return EventKey.of(source, id).toString();
  }

  /** The orchestrator says that a case is open. */
  void opened(String guest, String caseId, String stayId) {
    ObjectNode snapshot = (ObjectNode) sample("amends.recovery.case.v1");
    snapshot.put("guestId", guest).put("caseId", caseId).put("caseVersion", 1);
    ((ObjectNode) snapshot.get("facts")).put("stayId", stayId);
    says(guest, caseId, snapshot);
  }

  /** The orchestrator says how a case at {@link #QUAY} stands, OPEN or CLOSED. */
  void stands(String guest, String caseId, String standing) {
    ObjectNode snapshot = (ObjectNode) sample("amends.recovery.case.v1");
    snapshot.put("guestId", guest).put("caseId", caseId).put("standing", standing);
    ((ObjectNode) snapshot.at("/facts/place")).put("propertyId", "SYD-QUAY");
    says(guest, caseId, snapshot);
  }

  private void says(String guest, String caseId, ObjectNode snapshot) {
    EventHeaders headers =
        new EventHeaders(
            caseId,
            "orchestrator",
            EventType.of(CaseSnapshot.class),
            clock.instant(),
            caseId,
            null,
            null,
            false);
    driver
        .createInputTopic(Topics.CASES.on(""), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(
                Keys.bytes(guest + "/" + caseId),
                Json.bytes(snapshot),
                headers.write(),
                clock.real()));
  }

  private static JsonNode sample(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Topics.class.getResourceAsStream("/samples/" + name + ".json"), name)) {
      return Json.mapper().readTree(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Somebody writes a row of one of our topics by hand, such as a tombstone. */
  void erase(Topic<?> topic, String key) {
    driver
        .createInputTopic(topic.on(""), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(Keys.bytes(key), null, clock.real()));
  }

  /** All that has come out on a topic so far. */
  List<TestRecord<String, JsonNode>> out(Topic<?> topic) {
    List<TestRecord<String, JsonNode>> all = read.computeIfAbsent(topic, _ -> new ArrayList<>());
    driver
        .createOutputTopic(topic.on(""), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList()
        .forEach(
            record ->
                all.add(
                    new TestRecord<>(
                        Keys.text(record.key()),
                        Json.mapper().readTree(record.value()),
                        record.headers(),
                        record.timestamp())));
    return all;
  }

  /** All rows of a store, as text. */
  String stored(String store) {
    StringBuilder rows = new StringBuilder();
    try (var all = driver.<String, byte[]>getKeyValueStore(store).all()) {
      all.forEachRemaining(
          row -> rows.append(row.key).append(' ').append(Keys.text(row.value)).append('\n'));
    }
    return rows.toString();
  }

  @Override
  public void close() {
    driver.close();
  }
}
