package io.amends.bench.scorer;

import io.amends.bench.figures.Percentiles;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Hears published scores as another service does: committed ones only. */
final class ScoresHeard implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final Percentiles waited = new Percentiles();
  private final Thread thread = new Thread(this::read, "scores");
  private volatile boolean open = true;

  ScoresHeard(String bootstrap) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "isolation.level", "read_committed",
                "fetch.max.wait.ms", "10"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.RISK_SCORES.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread.setDaemon(true);
    thread.start();
  }

  /** That something was sent of a guest whose score is to come. */
  void sent(String guest) {
    sent.put(guest, System.nanoTime());
  }

  int awaited() {
    return sent.size();
  }

  /** From sending to hearing, in milliseconds. */
  Percentiles waited() {
    synchronized (waited) {
      Percentiles copy = new Percentiles();
      copy.add(waited);
      return copy;
    }
  }

  private void read() {
    try (consumer) {
      while (open) {
        consumer
            .poll(POLL)
            .forEach(
                record -> {
                  Long since = sent.remove(Keys.text(record.key()));
                  if (since != null) {
                    synchronized (waited) {
                      waited.add((System.nanoTime() - since) / 1_000_000);
                    }
                  }
                });
      }
    }
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
