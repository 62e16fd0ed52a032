package io.amends.kit.streams;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * How far one stream thread has come in its inputs: what its consumer has handed out, and what of
 * that has been processed. Used by that thread alone.
 *
 * <p>Positions, not offsets of the last records: transaction markers and compaction leave gaps.
 */
final class InputProgress {

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> fetched = new HashMap<>();
  private final Map<TopicPartition, Long> processed = new HashMap<>();

  InputProgress(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  void fetched(ConsumerRecords<byte[], byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      ConsumerRecord<byte[], byte[]> last = records.records(partition).getLast();
      fetched.put(partition, last.offset());
    }
  }

  void processed(String topic, int partition, long offset) {
    processed.put(new TopicPartition(topic, partition), offset);
  }

  /** A task starts anew: what an earlier one fetched and left is fetched again. */
  void restart(Collection<TopicPartition> inputs) {
    inputs.forEach(fetched::remove);
    inputs.forEach(processed::remove);
  }

  Set<TopicPartition> assignment() {
    return consumer.assignment();
  }

  /** Whether everything before these offsets has been processed. */
  boolean hasRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream().allMatch(end -> hasRead(end.getKey(), end.getValue()));
  }

  private boolean hasRead(TopicPartition partition, long end) {
    Long last = fetched.get(partition);
    boolean nothingBuffered =
        last == null || processed.getOrDefault(partition, -1L).compareTo(last) >= 0;
    return nothingBuffered && position(partition) >= end;
  }

  private long position(TopicPartition partition) {
    try {
      return consumer.position(partition, Duration.ZERO);
    } catch (TimeoutException | IllegalStateException notKnownYet) {
      return -1;
    }
  }
}
