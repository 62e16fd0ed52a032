package io.amends.kit.streams;

import io.amends.kit.events.HeaderText;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Counts what services say to each other by topic and type. A transaction that aborts is counted
 * again, so these are attempts; the topics have the truth.
 */
final class WrittenEvents {

  private final Map<String, Map<String, Counter>> counters = new ConcurrentHashMap<>();

  void count(ProducerRecord<byte[], byte[]> record) {
    String type = HeaderText.of(record.headers().lastHeader("ce_type"));
    // a dead letter carries the type that a stranger gave it
    if (type != null && !record.topic().endsWith(DeadLetters.SUFFIX)) {
      counters
          .computeIfAbsent(record.topic(), _ -> new ConcurrentHashMap<>())
          .computeIfAbsent(type, _ -> counter(record.topic(), type))
          .increment();
    }
  }

  private static Counter counter(String topic, String type) {
    return Counter.builder("events.written")
        .description("Events written; attempts, since a transaction may abort")
        .tag("topic", topic)
        .tag("type", type)
        .register(Metrics.globalRegistry);
  }
}
