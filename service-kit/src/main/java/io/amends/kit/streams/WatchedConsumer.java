package io.amends.kit.streams;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The main consumer of one stream thread, with an eye on what it hands out. */
final class WatchedConsumer extends KafkaConsumer<byte[], byte[]> {

  private final InputProgress progress = new InputProgress(this);
  private volatile boolean leaves;

  WatchedConsumer(Map<String, Object> config) {
    super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  InputProgress progress() {
    return progress;
  }

  /**
   * Its thread has died and another takes over. Streams 4.2 makes a replaced thread stay in the
   * group, whose other members then wait for it until its session is over: ten seconds in which no
   * partition of this instance is read.
   */
  void leaveWhenClosed() {
    leaves = true;
  }

  /** Records of the input that is furthest behind; Kafka's own figure, readable by any thread. */
  double lag() {
    return metrics().entrySet().stream()
        .filter(metric -> metric.getKey().name().equals("records-lag-max"))
        .map(metric -> metric.getValue().metricValue())
        .filter(Double.class::isInstance)
        .mapToDouble(Double.class::cast)
        .filter(lag -> lag >= 0) // not a number before the first fetch
        .max()
        .orElse(0);
  }

  @Override
  public void close(CloseOptions options) {
    super.close(
        leaves
            ? CloseOptions.groupMembershipOperation(
                CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            : options);
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
    progress.fetched(records);
    return records;
  }
}
