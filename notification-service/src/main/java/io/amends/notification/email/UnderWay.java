package io.amends.notification.email;

import io.amends.contracts.EventType;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What the log of events says of messages whose offset was not committed.
 *
 * <p>A dispatch and its events lie in the same partition number, since both have the guest as key.
 * With each committed offset goes the offset of the events that were written by then; from there to
 * the end is what has to be read after a crash, at most a round or two.
 */
public final class UnderWay {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Map<String, Class<? extends NotificationEvent>> EVENTS =
      EventType.under(NotificationEvent.class);

  private final String bootstrap;
  private final String topic;
  private final Map<Integer, Map<String, NotificationEvent>> byPartition = new HashMap<>();

  public UnderWay(String prefix, String bootstrap) {
    this.bootstrap = bootstrap;
    this.topic = Topics.NOTIFICATIONS.on(prefix);
  }

  /** What goes with a committed offset. */
  static String metadata(long eventsOffset) {
    return Long.toString(eventsOffset);
  }

  /** The last that was written about a message by a sender before this one, if anything was. */
  @Nullable NotificationEvent lastOf(int partition, String messageId) {
    return byPartition.getOrDefault(partition, Map.of()).get(messageId);
  }

  void forget(int partition) {
    byPartition.remove(partition);
  }

  /** Reads the events of a partition from where the last commit left them. */
  void learn(int partition, @Nullable OffsetAndMetadata committed) {
    Map<String, NotificationEvent> last = new HashMap<>();
    TopicPartition events = new TopicPartition(topic, partition);
    try (KafkaConsumer<byte[], byte[]> reader = new KafkaConsumer<>(config())) {
      reader.assign(List.of(events));
      long end = reader.endOffsets(List.of(events)).getOrDefault(events, 0L);
      long from =
          committed == null || committed.metadata().isEmpty()
              ? reader.beginningOffsets(List.of(events)).getOrDefault(events, 0L)
              : Long.parseLong(committed.metadata());
      reader.seek(events, Math.min(from, end));
      while (reader.position(events) < end) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          note(record, last);
        }
      }
    }
    byPartition.put(partition, last);
  }

  private static void note(
      ConsumerRecord<byte[], byte[]> record, Map<String, NotificationEvent> last) {
    Class<? extends NotificationEvent> type =
        EVENTS.get(EventHeaders.read(record.headers()).type());
    if (type != null) {
      NotificationEvent event = Json.read(record.value(), type);
      switch (event) {
        case NotificationEvent.Planned _,
            NotificationEvent.Suppressed _,
            NotificationEvent.OfferIssued _ -> {
          // the gate wrote these
        }
        case NotificationEvent.Sending _,
            NotificationEvent.Sent _,
            NotificationEvent.Failed _,
            NotificationEvent.Unknown _ ->
            last.put(event.message().messageId(), event);
      }
    }
  }

  private Properties config() {
    Properties config = new Properties();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    // what is under way may lie behind an open transaction of the gate
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return config;
  }
}
