package io.amends.kit.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** The clients of Kafka Streams: main consumers are watched, producers bounded. */
final class TrackedClients implements KafkaClientSupplier {

  private static final String MAIN_CONSUMER = "-consumer";

  private final Map<String, WatchedConsumer> byThread = new ConcurrentHashMap<>();

  /**
   * Progress of the stream thread that asks.
   *
   * @throws IllegalStateException if another thread asks
   */
  InputProgress ofThisThread() {
    String thread = Thread.currentThread().getName();
    WatchedConsumer consumer = byThread.get(thread);
    if (consumer == null) {
      throw new IllegalStateException(
          "thread: %s (expected: a stream thread, one of %s)".formatted(thread, byThread.keySet()));
    }
    return consumer.progress();
  }

  /** The stream thread that asks has died; the others need not wait for it. */
  void leaveWithThisThread() {
    WatchedConsumer consumer = byThread.remove(Thread.currentThread().getName());
    if (consumer != null) {
      consumer.leaveWhenClosed();
    }
  }

  /** Records of the input that is furthest behind, of all threads. */
  double lag() {
    return byThread.values().stream().mapToDouble(WatchedConsumer::lag).max().orElse(0);
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return Admin.create(config);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new BoundedProducer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    WatchedConsumer consumer = new WatchedConsumer(config);
    String clientId = String.valueOf(config.get(ConsumerConfig.CLIENT_ID_CONFIG));
    String thread = clientId.substring(0, clientId.length() - MAIN_CONSUMER.length());
    byThread.put(thread, consumer);
    return consumer;
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return plain(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return plain(config);
  }

  private static Consumer<byte[], byte[]> plain(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
