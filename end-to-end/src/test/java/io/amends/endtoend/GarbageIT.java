package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.EventType;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.local.dlq.Letter;
import io.amends.local.dlq.Letters;
import io.amends.local.program.Ports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a source writes, the door stays open for what comes next, and keeps what it refused. */
@ExtendWith(Chain.Started.class)
class GarbageIT {

  private static final Duration SOON = Duration.ofSeconds(5);

  private static final String SOURCE = "pms";

  @ParameterizedTest
  @EnumSource
  void after_every_kind_of_garbage_the_next_good_record_arrives_soon(
      InboundKind kind, Chain chain) {
    chain.put(Ports.INTAKE, "/reference", office(chain), Hotels.river());
    Topic<?> topic = Topics.inbound(kind, SOURCE);
    try (Wire wire = new Wire(chain.bootstrapServers())) {
      Wire.Reader refused = wire.reader(topic.deadLetters().on(""));
      Wire.Reader published = wire.reader(published(kind));
      for (ProducerRecord<byte[], byte[]> garbage : garbage(kind, chain.now())) {
        wire.send(garbage);
      }
      long before = System.nanoTime();
      wire.send(good(kind, chain.now()));
      published.until("the good record comes out", Chain::until, records -> !records.isEmpty());

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
      refused.until(
          "all garbage is kept",
          Chain::until,
          records -> records.size() >= garbage(kind, chain.now()).size());
      assertThat(refused.records())
          .as("why, and from where; and never what a guest wrote")
          .allSatisfy(
              letter -> {
                assertThat(Wire.header(letter, "dlq_reason")).isNotBlank();
                assertThat(Wire.header(letter, "dlq_reason")).doesNotContain("Far too hot");
              });
    }
  }

  @Test
  void a_hostile_header_does_not_reach_the_clean_side(Chain chain) {
    chain.put(Ports.INTAKE, "/reference", office(chain), Hotels.river());
    try (Wire wire = new Wire(chain.bootstrapServers())) {
      Wire.Reader published = wire.reader(published(InboundKind.COMPLAINTS));
      ProducerRecord<byte[], byte[]> hostile = good(InboundKind.COMPLAINTS, chain.now());
      hostile.headers().add("__TypeId__", bytes("java.lang.ProcessBuilder"));
      hostile.headers().add("spring_json_header_types", new byte[] {'{', (byte) 0xff});
      wire.send(hostile);
      published.until("it comes out", Chain::until, records -> !records.isEmpty());

      assertThat(published.records().getFirst().headers())
          .noneMatch(header -> header.key().startsWith("spring_") || header.key().startsWith("__"));
    }
  }

  @Test
  void what_is_sent_again_and_refused_again_says_how_often(Chain chain) throws Exception {
    chain.put(Ports.INTAKE, "/reference", office(chain), Hotels.river());
    String id = UUID.randomUUID().toString();
    Map<String, Object> ahead = body(InboundKind.COMPLAINTS, chain.now().plus(Duration.ofHours(1)));
    String type = EventType.of(InboundKind.COMPLAINTS.body());
    try (Wire wire = new Wire(chain.bootstrapServers())) {
      wire.send(
          record(
              InboundKind.COMPLAINTS, Json.bytes(ahead), headers(id, SOURCE, type, chain.now())));
    }
    Letters letters = new Letters(chain.bootstrapServers());
    Chain.until("it is refused", () -> lettersOf(letters, id).size() == 1);
    assertThat(lettersOf(letters, id).getFirst().replays()).isZero();

    letters.redrive(lettersOf(letters, id), 10);
    Chain.until("it is refused again", () -> lettersOf(letters, id).size() == 2);
    assertThat(lettersOf(letters, id).getLast().replays()).isEqualTo(1);
    assertThat(lettersOf(letters, id).getLast().reason()).contains("/occurredAt");
  }

  private static List<Letter> lettersOf(Letters letters, String id) {
    return letters.find(letter -> letter.header("ce_id").equals(id), Instant.EPOCH);
  }

  private static String office(Chain chain) {
    return chain.token("HEAD_OFFICE", "garbage");
  }

  private static String published(InboundKind kind) {
    return switch (kind) {
      case COMPLAINTS -> Topics.COMPLAINTS.on("");
      case INTERACTIONS -> Topics.INTERACTIONS.on("");
      case UPDATES -> Topics.TRACKING.on("");
      case REFERENCE -> Topics.RATES.on("");
    };
  }

  private static List<ProducerRecord<byte[], byte[]>> garbage(InboundKind kind, Instant now) {
    String type = EventType.of(kind.body());
    String id = UUID.randomUUID().toString();
    return List.of(
        record(kind, new byte[] {0, (byte) 0xff, 0x7b}, headers(id + "1", SOURCE, type, now)),
        record(kind, bytes("{\"narrative\":\"Far too hot"), headers(id + "2", SOURCE, type, now)),
        record(
            kind,
            bytes("{\"unknown\":1,\"narrative\":\"Far too hot\"}"),
            headers(id + "3", SOURCE, type, now)),
        record(kind, null, headers(id + "4", SOURCE, type, now)),
        record(kind, Json.bytes(body(kind, now)), headers(id + "5", "crm", type, now)),
        record(kind, Json.bytes(body(kind, now)), headers(id + "6", SOURCE, "no.such.type", now)),
        record(kind, Json.bytes(body(kind, now)), new RecordHeaders()),
        record(
            kind,
            Json.bytes(body(kind, now)),
            headers(id + "8", SOURCE, type, now).add("ce_time", new byte[] {(byte) 0xc3, 0x28})));
  }

  private static ProducerRecord<byte[], byte[]> good(InboundKind kind, Instant now) {
    return record(
        kind,
        Json.bytes(body(kind, now)),
        headers(UUID.randomUUID().toString(), SOURCE, EventType.of(kind.body()), now));
  }

  private static Map<String, Object> body(InboundKind kind, Instant now) {
    Map<String, Object> body = new HashMap<>();
    switch (kind) {
      case COMPLAINTS -> {
        body.put("propertyId", Hotels.RIVER);
        body.put("channel", "FRONT_DESK");
        body.put("issue", "WIFI");
        body.put("occurredAt", now.toString());
      }
      case INTERACTIONS -> {
        body.put("guestId", "G-garbage");
        body.put("kind", "SERVICE_USED");
        body.put("polarity", "NEUTRAL");
        body.put("occurredAt", now.toString());
      }
      case UPDATES -> {
        body.put("externalRef", "PMS:SR-1");
        body.put("verb", "FIX_DONE");
        body.put("occurredAt", now.toString());
      }
      case REFERENCE ->
          body.put(
              "rates",
              List.of(
                  Map.of("currency", "CNY", "into", "EUR", "date", "2026-11-20", "rate", 0.12)));
    }
    return body;
  }

  private static RecordHeaders headers(String id, String source, String type, Instant at) {
    RecordHeaders headers = new RecordHeaders();
    headers.add("ce_specversion", bytes("1.0"));
    headers.add("ce_id", bytes(id));
    headers.add("ce_source", bytes(source));
    headers.add("ce_type", bytes(type));
    headers.add("ce_time", bytes(at.toString()));
    headers.add("content-type", bytes("application/json"));
    return headers;
  }

  private static ProducerRecord<byte[], byte[]> record(
      InboundKind kind, byte @Nullable [] body, org.apache.kafka.common.header.Headers headers) {
    return new ProducerRecord<>(
        Topics.inbound(kind, SOURCE).on(""), null, bytes("any"), body, headers);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
