package io.amends.local.demo;

import io.amends.contracts.EventType;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.retention.RiskScored;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.local.program.Ports;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.JsonNode;

/** Reads what the services publish, as any other system may, and has it told. */
final class Listening implements AutoCloseable {

  private static final Map<String, Class<? extends RecoveryEvent>> CASES =
      EventType.under(RecoveryEvent.class);
  private static final String SENT = EventType.of(Sent.class);
  private static final String SCORED = EventType.of(RiskScored.class);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final House house;
  private final Teller teller;
  private final Thread thread;
  private volatile boolean listening = true;

  private Listening(String bootstrapServers, House house, Teller teller) {
    Properties config = new Properties();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    this.consumer = new KafkaConsumer<>(config);
    this.house = house;
    this.teller = teller;
    List<TopicPartition> partitions =
        Stream.of(Topics.CASE_EVENTS, Topics.NOTIFICATIONS, Topics.RISK_SCORES)
            .map(topic -> topic.on(""))
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    this.thread = Thread.ofPlatform().name("story").daemon().start(this::listen);
  }

  static Listening to(String bootstrapServers, House house, Teller teller) {
    return new Listening(bootstrapServers, house, teller);
  }

  private void listen() {
    while (listening) {
      consumer.poll(Duration.ofMillis(100)).forEach(this::take);
    }
    consumer.close();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    Header type = record.headers().lastHeader("ce_type");
    String name = type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    Class<? extends RecoveryEvent> caseEvent = CASES.get(name);
    if (caseEvent != null) {
      teller.tell(Json.read(record.value(), caseEvent));
    } else if (name.equals(SENT)) {
      sent(Json.read(record.value(), Sent.class));
    } else if (name.equals(SCORED)) {
      scored(Json.read(record.value(), RiskScored.class));
    }
  }

  /** The event has the reasons as codes; the service says them in words. */
  private void scored(RiskScored score) {
    String guest = score.guestId().value();
    teller.risk(guest, house.get(House.OFFICE, Ports.SCORER, "/guests/" + guest + "/risk"));
  }

  private void sent(NotificationEvent.Sent sent) {
    if (sent.message().staffId() != null) {
      return; // the alert was told already
    }
    String mails = house.url(Ports.IDENTITY);
    JsonNode found = Json.mapper().readTree(house.read(mails + "/api/mails?limit=20"));
    for (JsonNode mail : found) {
      if (mail.path("messageId").asString().equals(sent.providerId())) {
        teller.mail(
            sent, mail.path("subject").asString(), mail.path("text").asString(), mails + "/mails");
      }
    }
  }

  @Override
  public void close() {
    listening = false;
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
