package io.amends.notification.channel;

import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.channel.Carrier.Address;
import io.amends.notification.channel.Carrier.Carried;
import io.amends.notification.channel.Clearances.Clearance;
import io.amends.notification.stream.Out;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A channel over a real broker: what it writes before and after it calls, and who takes over. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChannelTest {

  private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 2);
  private static int tests;

  private final List<String> called = new CopyOnWriteArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Channel> channels = new ArrayList<>();
  private String prefix = "";

  @BeforeAll
  static void start() {
    BROKER.brokerProperty("transaction.state.log.replication.factor", "1");
    BROKER.brokerProperty("transaction.state.log.min.isr", "1");
    BROKER.brokerProperty("group.initial.rebalance.delay.ms", "0");
    BROKER.afterPropertiesSet();
  }

  @AfterAll
  static void stop() {
    BROKER.destroy();
  }

  @BeforeEach
  void topics() throws Exception {
    prefix = "t" + tests++ + ".";
    try (Admin admin = Admin.create(address())) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(Topics.DISPATCH_EMAIL.on(prefix), 2, (short) 1),
                  new NewTopic(Topics.DISPATCH_WEBHOOK.on(prefix), 2, (short) 1),
                  new NewTopic(Topics.NOTIFICATIONS.on(prefix), 2, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
    }
  }

  @AfterEach
  void close() {
    channels.forEach(Channel::stop);
  }

  private static Map<String, Object> address() {
    return Map.of("bootstrap.servers", BROKER.getBrokersAsString());
  }

  private Channel channel(String instance, Carrier carrier, Clearances clearances) {
    return channel(instance, carrier, clearances, Map.of());
  }

  private Channel channel(
      String instance, Carrier carrier, Clearances clearances, Map<String, Object> consumer) {
    Map<String, Object> consumers = new HashMap<>(address());
    consumers.putAll(consumer);
    Channel channel =
        new Channel(
            new Channel.Way(
                prefix, "email", Topics.DISPATCH_EMAIL.on(prefix), instance, consumers, address()),
            carrier,
            clearances,
            HotelClock.system(),
            meters,
            Safeguards.ALL);
    channels.add(channel);
    channel.start();
    return channel;
  }

  private List<Carried> takeAll(List<Carrier.Parcel> parcels) {
    parcels.forEach(parcel -> called.add(parcel.draft().message().messageId()));
    return parcels.stream()
        .<Carried>map(parcel -> new Carried.Taken(parcel.draft().message().messageId()))
        .toList();
  }

  private static List<Clearance> clearAll(List<Out.Order> orders) {
    return orders.stream()
        .<Clearance>map(_ -> new Clearance.Cleared(new Address("li.wei@example.com", "Li Wei")))
        .toList();
  }

  private void order(String id, int attempt) {
    order(Topics.DISPATCH_EMAIL, id, attempt);
  }

  private void order(Topic<byte[]> orders, String id, int attempt) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(address(), new ByteArraySerializer(), new ByteArraySerializer())) {
      var order = new Out.Order(draft(id, Purpose.FOLLOW_UP, CASE), attempt);
      EventHeaders headers =
          new EventHeaders(
              id + "/" + attempt,
              "test",
              "amends.notification.dispatch.v1",
              Instant.EPOCH,
              "correlation-1",
              null,
              null,
              false);
      var sent =
          producer.send(
              new ProducerRecord<>(
                  orders.on(prefix),
                  null,
                  Keys.bytes("G-301"),
                  Json.bytes(order),
                  headers.write()));
      producer.flush();
      assertThat(sent).isDone();
    }
  }

  /** Ids of the events that are committed, in their order. */
  private List<String> events() {
    Map<String, Object> config = new HashMap<>(address());
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    List<String> ids = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> reader =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          List.of(
              new TopicPartition(Topics.NOTIFICATIONS.on(prefix), 0),
              new TopicPartition(Topics.NOTIFICATIONS.on(prefix), 1));
      reader.assign(partitions);
      reader.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> reader.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(50))) {
          ids.add(EventHeaders.read(record.headers()).id());
        }
      }
    }
    return ids;
  }

  private static void until(String what, java.util.function.BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited 30 s in vain until " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Test
  void a_message_is_written_down_before_the_call_and_its_result_after_it() {
    List<String> before = new CopyOnWriteArrayList<>();
    channel(
        "one",
        parcels -> {
          // committed it is; that readers see it takes the broker a moment
          until("it was written down", () -> !events().isEmpty());
          before.addAll(events());
          return takeAll(parcels);
        },
        ChannelTest::clearAll);
    order("a", 1);
    until("it was sent", () -> events().contains("a/sent/1"));
    assertThat(before).containsExactly("a/sending/1");
    assertThat(events()).containsExactly("a/sending/1", "a/sent/1");
  }

  @Test
  void what_was_under_way_at_a_crash_is_unknown_and_what_was_only_queued_is_sent() {
    order("a", 1);
    oneDiesInTheMiddleOfTheCall();
    order("b", 1);
    channel("two", this::takeAll, ChannelTest::clearAll);
    until("b was sent", () -> events().contains("b/sent/1"));
    assertThat(called).containsExactly("b");
    assertThat(events()).containsExactly("a/sending/1", "b/sending/1", "a/unknown/1", "b/sent/1");
    until("it is counted", () -> ended("unknown") == 1 && ended("sent") == 1);
  }

  @Test
  void the_next_attempt_of_a_message_that_is_unknown_is_sent() {
    order("a", 1);
    oneDiesInTheMiddleOfTheCall();
    order("a", 2);
    channel("two", this::takeAll, ChannelTest::clearAll);
    until("the second attempt was sent", () -> events().contains("a/sent/2"));
    assertThat(events()).contains("a/unknown/1").doesNotContain("a/sent/1");
    assertThat(called).containsExactly("a");
  }

  @Test
  void an_instance_that_was_taken_for_dead_calls_nobody_when_it_wakes_up() {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch wakes = new CountDownLatch(1);
    List<String> zombieCalled = new CopyOnWriteArrayList<>();
    channel(
        "zombie",
        parcels -> {
          parcels.forEach(parcel -> zombieCalled.add(parcel.draft().message().messageId()));
          return parcels.stream().<Carried>map(_ -> new Carried.Taken("?")).toList();
        },
        orders -> {
          stuck.countDown();
          await(wakes);
          return clearAll(orders);
        },
        Map.of(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 1_000));
    order("a", 1);
    await(stuck);
    channel("two", this::takeAll, ChannelTest::clearAll);
    until("the other sent it", () -> events().contains("a/sent/1"));
    wakes.countDown();
    order("b", 1);
    until("somebody sent the next", () -> events().contains("b/sent/1"));
    assertThat(zombieCalled).doesNotContain("a");
    assertThat(events()).containsOnlyOnce("a/sending/1");
  }

  @Test
  void what_the_last_look_says_is_written_and_nothing_is_called() {
    channel(
        "one",
        this::takeAll,
        orders ->
            orders.stream()
                .map(
                    order ->
                        switch (order.draft().message().messageId()) {
                          case "back" -> new Clearance.Back("QUIET_HOURS");
                          case "nowhere" -> new Clearance.Nowhere("NO_EMAIL_KNOWN");
                          case "stale" -> new Clearance.Stale();
                          default -> clearAll(List.of(order)).getFirst();
                        })
                .toList());
    order("back", 1);
    order("nowhere", 1);
    order("stale", 1);
    order("last", 1);
    until("the last was sent", () -> events().contains("last/sent/1"));
    assertThat(called).containsExactly("last");
    assertThat(events())
        .containsExactlyInAnyOrder(
            "back/returned/1", "nowhere/failed/1", "last/sending/1", "last/sent/1");
  }

  @Test
  void while_guests_move_between_instances_it_waits_and_loses_nothing() {
    CountDownLatch refusals = new CountDownLatch(2);
    channel(
        "one",
        this::takeAll,
        orders -> {
          refusals.countDown();
          if (refusals.getCount() > 0) {
            throw new Clearances.NotNow(new IllegalStateException("moving"));
          }
          return clearAll(orders);
        });
    order("a", 1);
    until("it was sent", () -> events().contains("a/sent/1"));
    assertThat(called).containsExactly("a");
  }

  @Test
  void a_provider_that_does_not_answer_holds_up_no_other_way() {
    CountDownLatch answers = new CountDownLatch(1);
    Channel webhooks =
        new Channel(
            new Channel.Way(
                prefix, "webhook", Topics.DISPATCH_WEBHOOK.on(prefix), "one", address(), address()),
            parcels -> {
              await(answers);
              return takeAll(parcels);
            },
            ChannelTest::clearAll,
            HotelClock.system(),
            meters,
            Safeguards.ALL);
    channels.add(webhooks);
    webhooks.start();
    order(Topics.DISPATCH_WEBHOOK, "slow", 1);
    until("the call is under way", () -> events().contains("slow/sending/1"));
    channel("one", this::takeAll, ChannelTest::clearAll);
    for (String id : List.of("a", "b", "c")) {
      order(id, 1);
      until("it was sent", () -> events().contains(id + "/sent/1"));
    }
    assertThat(events()).doesNotContain("slow/sent/1");
    answers.countDown();
    until("the slow one was sent too", () -> events().contains("slow/sent/1"));
  }

  private void oneDiesInTheMiddleOfTheCall() {
    CountDownLatch died = new CountDownLatch(1);
    channel(
        "one",
        _ -> {
          died.countDown();
          throw new Killed();
        },
        ChannelTest::clearAll);
    until("it died in the middle of the call", () -> died.getCount() == 0);
  }

  private double ended(String result) {
    return meters.get("notification.results").tag("result", result).counter().count();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** As if the process had been killed: its thread writes nothing any more. */
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1L;
  }
}
