package io.amends.bench.deadlines;

import io.amends.bench.alarms.AlarmService;
import io.amends.kit.clock.HotelClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Hears what both services have committed, as any other service would: {@code read_committed}. */
final class Hearing implements AutoCloseable {

  private final Map<String, Side> byTopic = new HashMap<>();
  private final Map<String, Side> byDeadLetters = new HashMap<>();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread = Thread.ofPlatform().name("hearing").unstarted(this::hear);

  Hearing(String bootstrap, Both<Side> sides) {
    sides.each(
        side -> {
          byTopic.put(side.kind().told(), side);
          byDeadLetters.put(side.kind().deadLetters(), side);
        });
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                5_000),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        Stream.of(byTopic, byDeadLetters)
            .flatMap(topics -> topics.keySet().stream())
            .flatMap(
                topic ->
                    IntStream.range(0, AlarmService.PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
            .toList());
    thread.start();
  }

  private void hear() {
    try (consumer) {
      while (true) {
        var records = consumer.poll(Duration.ofSeconds(1));
        long arrivedAt = HotelClock.system().real().toEpochMilli();
        for (ConsumerRecord<byte[], byte[]> record : records) {
          hear(record, arrivedAt);
        }
      }
    } catch (WakeupException _) {
      // closed
    } catch (RuntimeException failure) {
      byTopic.values().forEach(side -> side.fail("Expected to hear on, but: " + failure));
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> record, long arrivedAt) {
    Side side = byTopic.get(record.topic());
    if (side != null) {
      side.heard(record, arrivedAt);
      return;
    }
    Side gaveUp = byDeadLetters.get(record.topic());
    if (gaveUp != null) {
      gaveUp.fail(
          "Expected %s to deal with all it is asked, but a record lies in %s"
              .formatted(gaveUp.kind().serviceName(), record.topic()));
    }
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
