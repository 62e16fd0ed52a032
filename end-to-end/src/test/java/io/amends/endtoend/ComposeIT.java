package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventType;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.topics.Topics;
import io.amends.kit.access.AccessSettings;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import io.amends.local.token.TokenRequest;
import io.amends.local.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The compose files, really started: three brokers and two of what may be lost. */
@Tag("container")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComposeIT {

  private static final int GUESTS = 40;

  /** A major failure in house is acknowledged within ten minutes of its detection. */
  private static final Duration PROMISED = Duration.ofMinutes(10);

  /** The first deadline; by then every case is open and an orchestrator is dead. */
  private static final Duration FIRST = Duration.ofSeconds(45);

  private final HotelClock clock = HotelClock.system();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void when_one_of_two_orchestrators_is_killed_every_promise_is_kept_exactly_once()
      throws IOException, InterruptedException {
    try (Engine engine = Engine.with("docker-compose.yml", "docker-compose.three.yml")) {
      engine.up("complaint-intake", "recovery-orchestrator", "recovery-orchestrator-2");
      String token = token(engine);
      send("PUT", "/reference", token, Hotels.reference(), "reference");
      Instant start = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      for (int guest = 0; guest < GUESTS; guest++) {
        send("POST", "/complaints", token, complaint(guest, start), "compose-" + guest);
      }
      Map<String, Object> admin = admin(engine);
      Chain.until("all cases are open", () -> events(admin, "case-opened").size() == GUESTS);

      engine.kill("recovery-orchestrator-2");
      Instant killed = clock.instant();

      Chain.until("every promise was missed", () -> broken(admin).size() >= GUESTS);
      Map<String, Instant> dueByGuest = new HashMap<>();
      Duration latest = Duration.ZERO;
      for (ConsumerRecord<byte[], byte[]> record : broken(admin)) {
        JsonNode event = Json.mapper().readTree(record.value());
        Instant due = Instant.parse(event.path("occurredAt").asString());
        assertThat(dueByGuest.put(event.path("guestId").asString(), due)).as("once").isNull();
        Instant told = Instant.ofEpochMilli(record.timestamp());
        assertThat(told).as("never early").isAfterOrEqualTo(due);
        Duration late = Duration.between(due.isAfter(killed) ? due : killed, told);
        latest = late.compareTo(latest) > 0 ? late : latest;
      }
      System.out.printf("the latest was told %d ms after its hour%n", latest.toMillis());
      for (int guest = 0; guest < GUESTS; guest++) {
        assertThat(dueByGuest).containsEntry("G-c" + guest, due(guest, start));
      }
      assertThat(latest).isLessThan(Duration.ofSeconds(60));
    }
  }

  private static Instant due(int guest, Instant start) {
    return start.plus(FIRST).plusMillis(500L * guest);
  }

  private static Map<String, Object> complaint(int guest, Instant start) {
    String detected = due(guest, start).minus(PROMISED).toString();
    return Map.of(
        "propertyId",
        Hotels.SINGAPORE,
        "guestId",
        "G-c" + guest,
        "room",
        Integer.toString(1000 + guest),
        "channel",
        "FRONT_DESK",
        "occurredAt",
        detected,
        "detectedAt",
        detected,
        "severity",
        "MAJOR",
        "issue",
        "ROOM_CLIMATE");
  }

  private static List<ConsumerRecord<byte[], byte[]>> broken(Map<String, Object> admin) {
    return events(admin, EventType.of(PromiseBroken.class)).stream()
        .filter(record -> String.valueOf(TopicReader.text(record.value())).contains("ACKNOWLEDGE"))
        .toList();
  }

  private static List<ConsumerRecord<byte[], byte[]>> events(
      Map<String, Object> admin, String type) {
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record :
        TopicReader.read(admin, Topics.CASE_EVENTS.on(""))) {
      if (String.valueOf(TopicReader.header(record, "ce_type")).contains(type)) {
        found.add(record);
      }
    }
    return found;
  }

  private static String token(Engine engine) throws InterruptedException {
    String secret = engine.text("identity", "/run/amends/amends.local.command-line-secret");
    return new Tokens("http://localhost:8080", secret)
        .issue(new TokenRequest(List.of("HEAD_OFFICE"), List.of("*"), "hq"));
  }

  /** As the administrator, from this machine. */
  private static Map<String, Object> admin(Engine engine) {
    String server = engine.text("kafka", "/mnt/shared/config/server.properties");
    String password = server.split("user_admin=\"", -1)[1].split("\"", -1)[0];
    return BrokerAccess.of(
            "localhost:9092,localhost:9192,localhost:9292",
            new AccessSettings("admin", password, null, "PLAIN", "SASL_PLAINTEXT", null, null))
        .client();
  }

  private void send(String method, String path, String token, Object body, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:8081" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .method(method, BodyPublishers.ofByteArray(Json.bytes(body)))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
  }
}
