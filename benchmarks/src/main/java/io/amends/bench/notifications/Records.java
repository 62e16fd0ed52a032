package io.amends.bench.notifications;

import io.amends.contracts.EventType;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Expired;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.notification.NotificationEvent.Sending;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.NotificationEvent.Suppressed;
import io.amends.contracts.notification.NotificationEvent.Unknown;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What was committed of every message: by the ledger's own log, and by the topic of events. */
final class Records {

  /** What the store of messages is made of again after a loss. */
  private static final String LEDGER = "notification-service-ledger-changelog";

  private static final Duration POLL = Duration.ofMillis(100);

  /** What an event says has become of its message; what waits says nothing final. */
  private static final Map<String, String> STATES =
      Map.of(
          EventType.of(Sending.class), "SENDING",
          EventType.of(Sent.class), "SENT",
          EventType.of(Unknown.class), "UNKNOWN",
          EventType.of(Failed.class), "FAILED",
          EventType.of(Suppressed.class), "SUPPRESSED",
          EventType.of(Expired.class), "EXPIRED");

  private final String bootstrap;

  Records(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** State by message id, as the rows of the ledger have it. */
  Map<String, String> ledger() {
    Map<String, String> states = new HashMap<>();
    read(
        LEDGER,
        record -> {
          String key = Keys.text(record.key());
          String id = key.substring(key.indexOf('/') + 1);
          if (record.value() == null) {
            states.remove(id);
          } else {
            // one byte of format, then JSON
            String row = new String(record.value(), StandardCharsets.UTF_8).substring(1);
            states.put(id, Json.mapper().readTree(row).path("state").asString());
          }
        });
    return states;
  }

  /** State by message id, as the last event about its sending has it. */
  Map<String, String> events() {
    Map<String, Class<? extends NotificationEvent>> types =
        EventType.under(NotificationEvent.class);
    Map<String, String> states = new HashMap<>();
    read(
        Topics.NOTIFICATIONS.name(),
        record -> {
          String type = EventHeaders.read(record.headers()).type();
          String state = STATES.get(type);
          Class<? extends NotificationEvent> event = types.get(type);
          if (state != null && event != null) {
            states.put(Json.read(record.value(), event).message().messageId(), state);
          }
        });
    return states;
  }

  private void read(String topic, Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(each);
      }
    }
  }
}
