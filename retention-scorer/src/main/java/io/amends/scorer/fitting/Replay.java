package io.amends.scorer.fitting;

import io.amends.contracts.topics.Topics;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.training.GuestSample;
import io.amends.scorer.stream.RecordReader;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.core.JacksonException;

/**
 * Reads once more what the scorer has read: every interaction, and complaints and cases for as long
 * as their topics keep them. Without a group, from the beginning to what was the end when it began.
 */
final class Replay {

  private static final Duration POLL = Duration.ofMillis(500);

  private final BrokerAccess access;
  private final List<String> topics;
  private final int mostFacts;
  private final RecordReader reader = new RecordReader();

  /**
   * Prepares it.
   *
   * @param mostFacts of so many guests that their facts are no more than this
   */
  Replay(BrokerAccess access, String prefix, int mostFacts) {
    this.access = access;
    this.topics =
        Stream.of(Topics.INTERACTIONS, Topics.COMPLAINTS, Topics.CASE_EVENTS)
            .map(topic -> topic.on(prefix))
            .toList();
    this.mostFacts = mostFacts;
  }

  /** The log was left before its end. */
  static final class Interrupted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Interrupted() {
      super("replay: interrupted (expected: to be read to its end)");
    }
  }

  /**
   * Reads it.
   *
   * @param stop asked between batches
   * @throws Interrupted if it was stopped
   */
  GuestSample read(BooleanSupplier stop) {
    GuestSample sample = new GuestSample(mostFacts);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (String topic : topics) {
        consumer
            .partitionsFor(topic)
            .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        if (stop.getAsBoolean()) {
          throw new Interrupted();
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          take(record, sample);
        }
      }
    }
    return sample;
  }

  /** What can't be read was put aside when it came in, and is passed over here. */
  private void take(ConsumerRecord<byte[], byte[]> record, GuestSample sample) {
    if (record.value() == null || record.key() == null) {
      return;
    }
    try {
      GuestFact fact = reader.read(record.value(), EventHeaders.read(record.headers())).fact();
      if (fact != null) {
        sample.add(Keys.text(record.key()), fact);
      }
    } catch (JacksonException | IllegalArgumentException | DateTimeException _) {
      // a dead letter says why
    }
  }

  private Map<String, Object> config() {
    Map<String, Object> config = access.client();
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return config;
  }
}
