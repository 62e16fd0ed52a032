package io.amends.kit.streams;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The usual clients of Kafka Streams, with an eye on what each thread's main consumer hands out.
 */
final class TrackedClients implements KafkaClientSupplier {

  private static final String MAIN_CONSUMER = "-consumer";

  private final Map<String, InputProgress> byThread = new ConcurrentHashMap<>();

  /**
   * Progress of the stream thread that asks.
   *
   * @throws IllegalStateException if another thread asks
   */
  InputProgress ofThisThread() {
    String thread = Thread.currentThread().getName();
    InputProgress progress = byThread.get(thread);
    if (progress == null) {
      throw new IllegalStateException(
          "thread: %s (expected: a stream thread, one of %s)".formatted(thread, byThread.keySet()));
    }
    return progress;
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return Admin.create(config);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    Consumer<byte[], byte[]> consumer = plain(config);
    String clientId = String.valueOf(config.get(ConsumerConfig.CLIENT_ID_CONFIG));
    InputProgress progress = new InputProgress(consumer);
    byThread.put(clientId.substring(0, clientId.length() - MAIN_CONSUMER.length()), progress);
    return watched(consumer, progress);
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

  /** A proxy, since the interface has sixty methods and one of them matters here. */
  @SuppressWarnings("unchecked") // the proxy implements exactly this interface over that consumer
  private static Consumer<byte[], byte[]> watched(
      Consumer<byte[], byte[]> consumer, InputProgress progress) {
    return (Consumer<byte[], byte[]>)
        Proxy.newProxyInstance(
            Consumer.class.getClassLoader(),
            new Class<?>[] {Consumer.class},
            (_, method, arguments) -> {
              Object result = invoke(consumer, method, arguments);
              if (result instanceof ConsumerRecords<?, ?> records) {
                progress.fetched((ConsumerRecords<byte[], byte[]>) records);
              }
              return result;
            });
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }
}
