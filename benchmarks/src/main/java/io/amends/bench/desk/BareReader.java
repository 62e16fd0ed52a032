package io.amends.bench.desk;

import io.amends.bench.figures.Percentiles;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Keys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what the desk reads and does nothing with it: the bare limit. */
final class BareReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final Percentiles seen = new Percentiles();
  private Thread thread = new Thread(() -> {});

  BareReader(String bootstrap) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrap,
                "enable.auto.commit", "false",
                "isolation.level", "read_committed",
                "max.poll.records", "5000",
                "fetch.max.bytes", "16777216",
                "receive.buffer.bytes", "262144"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.of(Topics.CASES, Topics.CASE_EVENTS, Topics.INTERACTIONS, Topics.RISK_SCORES)
            .flatMap(topic -> consumer.partitionsFor(topic.name()).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** Records a second, from the beginning to the end. */
  double rate() {
    consumer.seekToBeginning(consumer.assignment());
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    long read = 0;
    long begin = System.nanoTime();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      read += consumer.poll(POLL).count();
    }
    return read / ((System.nanoTime() - begin) / 1e9);
  }

  /** From now on, how long each case took to get here. */
  void follow() {
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
    thread = Thread.ofPlatform().name("bare-reader").start(this::read);
  }

  void sent(String caseId, long at) {
    sentAt.put("G-" + caseId, at);
  }

  private void read() {
    try {
      while (true) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          long now = System.nanoTime();
          Long sent = sentAt.remove(Keys.text(record.key()));
          if (sent != null) {
            seen.add((now - sent) / 1_000_000);
          }
        }
      }
    } catch (WakeupException done) {
      // all was read
    }
  }

  /** Stops following; 99 of 100 were here after so many milliseconds. */
  double p99() throws InterruptedException {
    consumer.wakeup();
    thread.join();
    return seen.at(99);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
