package io.amends.notification.channel;

import io.amends.contracts.EventType;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What the log of events says of messages whose offset was not committed.
 *
 * <p>An order and its events lie in the same partition number, since both have the guest as key.
 * With each committed offset goes the offset of the events from which a successor has to read, at
 * most a round of them.
 */
final class UnderWay {

  private static final Duration POLL = Duration.ofMillis(200);

  /** Longer than any transaction of ours may last. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final Map<String, Class<? extends NotificationEvent>> EVENTS =
      EventType.under(NotificationEvent.class);

  private final Map<String, Object> config;
  private final String topic;
  private final Map<Integer, Map<String, Mark>> marks = new HashMap<>();
  private final Map<Integer, Long> readFrom = new HashMap<>();

  UnderWay(String prefix, Map<String, Object> consumerConfig) {
    this.topic = Topics.NOTIFICATIONS.on(prefix);
    this.config = new HashMap<>(consumerConfig);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
  }

  /** The last that a channel wrote of a message. */
  record Mark(int attempt, boolean open) {}

  /** What a channel before this one wrote of a message, if it did. */
  @Nullable Mark of(int partition, String messageId) {
    return marks.getOrDefault(partition, Map.of()).get(messageId);
  }

  /** Goes with a committed offset. */
  String metadata(int partition) {
    return Long.toString(readFrom.getOrDefault(partition, 0L));
  }

  /** What a successor reads begins behind this. */
  void written(Map<Integer, Long> last) {
    last.forEach((partition, offset) -> readFrom.put(partition, offset + 1));
  }

  void forget(int partition) {
    marks.remove(partition);
    readFrom.remove(partition);
  }

  /**
   * Reads the events of a partition from where the last commit left them, up to all that stood
   * there when it was given to us, transactions that are open included.
   */
  void learn(int partition, @Nullable OffsetAndMetadata committed) {
    TopicPartition events = new TopicPartition(topic, partition);
    long end = highWatermark(events);
    Map<String, Mark> found = new HashMap<>();
    try (KafkaConsumer<byte[], byte[]> reader = reader("read_committed")) {
      reader.assign(List.of(events));
      long first = reader.beginningOffsets(List.of(events)).getOrDefault(events, 0L);
      long from = Math.max(first, committedFrom(committed).orElse(first));
      reader.seek(events, Math.min(from, end));
      long patience = System.nanoTime() + PATIENCE.toNanos();
      while (reader.position(events) < end) {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
          note(record, found);
        }
        if (System.nanoTime() > patience) {
          throw new KafkaException(
              "%s: open transactions (expected: none older than %s)".formatted(events, PATIENCE));
        }
      }
      readFrom.put(partition, Math.min(from, end));
    }
    marks.put(partition, found);
  }

  private long highWatermark(TopicPartition events) {
    try (KafkaConsumer<byte[], byte[]> reader = reader("read_uncommitted")) {
      return reader.endOffsets(List.of(events)).getOrDefault(events, 0L);
    }
  }

  private static OptionalLong committedFrom(@Nullable OffsetAndMetadata committed) {
    return committed == null || committed.metadata().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(committed.metadata()));
  }

  private static void note(ConsumerRecord<byte[], byte[]> record, Map<String, Mark> found) {
    Class<? extends NotificationEvent> type =
        EVENTS.get(EventHeaders.read(record.headers()).type());
    Mark mark = type == null ? null : mark(Json.read(record.value(), type));
    if (type != null && mark != null) {
      found.put(Json.read(record.value(), type).message().messageId(), mark);
    }
  }

  private static @Nullable Mark mark(NotificationEvent event) {
    return switch (event) {
      case NotificationEvent.Sending e -> new Mark(e.attempt(), true);
      case NotificationEvent.Sent e -> new Mark(e.attempt(), false);
      case NotificationEvent.Deferred e -> new Mark(e.attempt(), false);
      case NotificationEvent.Returned e -> new Mark(e.attempt(), false);
      case NotificationEvent.Failed e -> new Mark(e.attempt(), false);
      case NotificationEvent.Unknown e -> new Mark(e.attempt(), false);
      case NotificationEvent.Planned _,
          NotificationEvent.Redriven _,
          NotificationEvent.Held _,
          NotificationEvent.Suppressed _,
          NotificationEvent.Expired _,
          NotificationEvent.ExposureDecided _,
          NotificationEvent.OfferIssued _,
          NotificationEvent.OfferRedeemed _,
          NotificationEvent.OfferLapsed _ ->
          null; // the gate wrote these
    };
  }

  private KafkaConsumer<byte[], byte[]> reader(String isolation) {
    Map<String, Object> own = new HashMap<>(config);
    own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
    return new KafkaConsumer<>(own);
  }
}
