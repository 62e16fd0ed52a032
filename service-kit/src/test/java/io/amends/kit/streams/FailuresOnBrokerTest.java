package io.amends.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.access.BrokerAccess;
import io.amends.kit.broker.Broker;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.DeadLetter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;

/** One bad guest never stops a partition, and nothing of a failed transaction is seen. */
@ExtendWith(Broker.Started.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresOnBrokerTest {

  private static final String PREFIX = "failures-";

  private final Broker broker;
  private final StreamsRuntime runtime;
  private int test;

  FailuresOnBrokerTest(Broker broker, @TempDir Path folder) {
    this.broker = broker;
    this.runtime = runtime(broker, PREFIX, folder);
  }

  @BeforeAll
  void start() {
    Metrics.addRegistry(new SimpleMeterRegistry()); // a registry of none counts nothing
    start(PREFIX, runtime);
  }

  private void start(String prefix, StreamsRuntime service) {
    broker.createTopics(List.of(prefix + Courier.IN, prefix + Courier.OUT));
    service.run(
        new StreamsApp("courier", Courier.topology(prefix, service.topologyConfig()), List.of()));
    service.start();
    Broker.until("the service runs", service::ready);
  }

  private static StreamsRuntime runtime(Broker broker, String prefix, Path folder) {
    StreamsSettings settings =
        new StreamsSettings(
            folder, 1, 0, Duration.ofMillis(100), 16_000_000, 5, Duration.ofSeconds(30), Map.of());
    return new StreamsRuntime(
        prefix,
        "courier",
        BrokerAccess.open(broker.address()),
        "localhost:1",
        settings,
        ClusterSettings.ANY,
        HotelClock.system());
  }

  @AfterAll
  void stop() {
    runtime.stop();
  }

  @BeforeEach
  void next() {
    test++;
  }

  @Test
  void after_three_failures_a_record_is_dead_lettered_and_the_next_is_processed() {
    ProducerRecord<String, String> bad = parcel("bad", Courier.THROWS);
    bad.headers().add("ce_id", bytes("complaint-7"));
    send(List.of(parcel("before", "one"), bad, parcel("after", "two")));
    untilDelivered("after");

    assertThat(delivered()).containsExactlyInAnyOrder("before", "after");
    assertThat(letters()).hasSize(1);
    ConsumerRecord<String, String> letter = letters().getFirst();
    ConsumerRecord<String, String> origin = sent("bad");
    assertThat(letter.value()).isEqualTo(Courier.THROWS);
    assertThat(headers(letter))
        .containsEntry(DeadLetter.TOPIC, PREFIX + Courier.IN)
        .containsEntry(DeadLetter.PARTITION, "0")
        .containsEntry(DeadLetter.OFFSET, Long.toString(origin.offset()))
        .containsEntry(DeadLetter.TIMESTAMP, Long.toString(origin.timestamp()))
        .containsEntry(DeadLetter.READER, PREFIX + "courier")
        .containsEntry(DeadLetter.ATTEMPTS, "3")
        .containsEntry(DeadLetter.REASON, "record: failed 3 times (expected: to be processed)")
        .containsEntry("ce_id", "complaint-7");
    assertThat(runtime.broken()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Courier.LETTER_TOO_LARGE,
        Courier.ROW_TOO_LARGE,
        Courier.NO_BYTES,
        Courier.TOO_DEEP
      })
  void output_that_can_not_be_written_is_the_fault_of_its_record(String how) {
    send(List.of(parcel("bad", how), parcel("after", "two")));
    untilDelivered("after");

    assertThat(delivered()).containsExactly("after");
    assertThat(letters()).extracting(ConsumerRecord::value).containsExactly(how);
  }

  @Test
  void two_bad_records_in_one_transaction_are_both_put_aside() {
    send(
        List.of(
            parcel("bad-1", Courier.THROWS),
            parcel("good", "one"),
            parcel("bad-2", Courier.THROWS),
            parcel("after", "two")));
    untilDelivered("after");

    assertThat(delivered()).containsExactlyInAnyOrder("good", "after");
    assertThat(letters()).extracting(this::name).containsExactlyInAnyOrder("bad-1", "bad-2");
    assertThat(new StreamsLiveness(runtime).health().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void what_is_nobody_s_fault_is_tried_again_five_times_and_then_the_service_gives_up(
      @TempDir Path folder) {
    StreamsRuntime other = runtime(broker, "hopeless-", folder);
    start("hopeless-", other);
    double before = deaths();
    send(List.of(new ProducerRecord<>("hopeless-" + Courier.IN, "any", Courier.STORE_FAILS)));
    Broker.until("it gives up", () -> other.broken() != null);

    assertThat(deaths() - before).isEqualTo(6);
    assertThat(broker.read("hopeless-" + Courier.IN + ".dlq")).isEmpty();
    assertThat(broker.read("hopeless-" + Courier.OUT)).isEmpty();
    assertThat(new StreamsLiveness(other).health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(new StreamsHealth(other).health().getStatus()).isEqualTo(Status.DOWN);
    other.stop();
  }

  @Test
  void a_body_that_can_not_be_read_is_dead_lettered_at_once_without_its_words() {
    long start = System.nanoTime();
    send(List.of(parcel("bad", Courier.UNREADABLE), parcel("after", "two")));
    untilDelivered("after");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(headers(letters().getFirst()))
        .containsEntry(DeadLetter.ATTEMPTS, "1")
        .containsEntry(DeadLetter.REASON, "body: unreadable (expected: as its schema)")
        .containsEntry(DeadLetter.FAILURE, "java.lang.IllegalStateException");
  }

  @Test
  void what_a_stranger_put_into_headers_is_neither_interpreted_nor_carried_on() {
    ProducerRecord<String, String> hostile = parcel("bad", Courier.UNREADABLE);
    hostile
        .headers()
        .add("spring_json_header_types", bytes("{\"x\":\"java.util.ArrayList\"}"))
        .add("x", bytes("[2147483647]"))
        .add("huge", new byte[1_000_000])
        .add("ce_id", new byte[] {(byte) 0xc3, (byte) 0x28})
        .add("ce_source", bytes("pms\n2026-01-01 ERROR all is lost"))
        .add("ce_type", bytes("x".repeat(600)))
        .add("traceparent", bytes("00-a-b-01"))
        .add(DeadLetter.REPLAYS, bytes("-1; drop"))
        .add(DeadLetter.TOPIC, bytes("payroll"));
    send(List.of(hostile, parcel("after", "two")));
    untilDelivered("after");

    assertThat(headers(letters().getFirst()))
        .containsOnlyKeys(
            "traceparent",
            DeadLetter.TOPIC,
            DeadLetter.PARTITION,
            DeadLetter.OFFSET,
            DeadLetter.TIMESTAMP,
            DeadLetter.READER,
            DeadLetter.ATTEMPTS,
            DeadLetter.REASON,
            DeadLetter.FAILURE)
        .containsEntry(DeadLetter.TOPIC, PREFIX + Courier.IN);
  }

  @Test
  void a_letter_that_would_be_too_large_goes_without_its_body() {
    String large = Courier.UNREADABLE + "x".repeat(RecordSize.LARGEST - 250);
    send(List.of(parcel("bad", large), parcel("after", "two")));
    untilDelivered("after");

    ConsumerRecord<String, String> letter = letters().getFirst();
    assertThat(letter.value()).isNull();
    assertThat(headers(letter)).containsEntry(DeadLetter.OMITTED, "" + large.length());
  }

  private void send(List<ProducerRecord<String, String>> parcels) {
    Map<String, Object> config =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.address(),
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            2_000_000);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      Broker.send(producer, parcels);
    }
  }

  /** All in one partition, so that one that is stuck would hold up the next. */
  private ProducerRecord<String, String> parcel(String name, String body) {
    return new ProducerRecord<>(PREFIX + Courier.IN, 0, test + "/" + name, body);
  }

  private void untilDelivered(String name) {
    Broker.until(name + " was delivered", () -> delivered().contains(name));
  }

  private List<String> delivered() {
    return ofThisTest(PREFIX + Courier.OUT).stream().map(this::name).toList();
  }

  private List<ConsumerRecord<String, String>> letters() {
    return ofThisTest(PREFIX + Courier.IN + ".dlq");
  }

  private ConsumerRecord<String, String> sent(String name) {
    return ofThisTest(PREFIX + Courier.IN).stream()
        .filter(record -> name(record).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<ConsumerRecord<String, String>> ofThisTest(String topic) {
    return broker.read(topic).stream()
        .filter(record -> record.key().startsWith(test + "/"))
        .toList();
  }

  private String name(ConsumerRecord<String, String> record) {
    return record.key().substring(record.key().indexOf('/') + 1);
  }

  private static Map<String, String> headers(ConsumerRecord<String, String> record) {
    return StreamSupport.stream(record.headers().spliterator(), false)
        .collect(Collectors.toMap(Header::key, h -> new String(h.value(), StandardCharsets.UTF_8)));
  }

  private static double deaths() {
    return Metrics.globalRegistry.get("streams.thread.deaths").counter().count();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
