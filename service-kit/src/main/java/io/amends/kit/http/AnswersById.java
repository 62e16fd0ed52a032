package io.amends.kit.http;

import io.amends.kit.access.BrokerAccess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Waits for answers that come by topic. Every instance reads the whole topic, without a group, from
 * its end; what nobody here waits for is passed over.
 */
public final class AnswersById<A> implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AnswersById.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final BrokerAccess access;
  private final Function<ConsumerRecord<byte[], byte[]>, Map.@Nullable Entry<String, A>> answerOf;
  private final Map<String, CompletableFuture<A>> waiting = new ConcurrentHashMap<>();
  private final CountDownLatch reading = new CountDownLatch(1);
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile boolean running;

  /**
   * Prepares it.
   *
   * @param answerOf which id a record answers, and what it says; null: none
   */
  public AnswersById(
      String topic,
      BrokerAccess access,
      Function<ConsumerRecord<byte[], byte[]>, Map.@Nullable Entry<String, A>> answerOf) {
    this.topic = topic;
    this.access = access;
    this.answerOf = answerOf;
  }

  /** Whether answers that come from now on will be seen. */
  public boolean isReading() {
    return reading.getCount() == 0;
  }

  /** The answer to this id; times out exceptionally. Ask before the question is sent. */
  public CompletableFuture<A> answerTo(String id, Duration within) {
    CompletableFuture<A> answer = waiting.computeIfAbsent(id, _ -> new CompletableFuture<A>());
    return answer
        .copy()
        .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((_, _) -> waiting.remove(id, answer));
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("answers-" + topic).daemon().start(this::read);
  }

  private void read() {
    while (running) {
      try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(config())) {
        consumer = client;
        List<TopicPartition> partitions =
            client.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        client.assign(partitions);
        client.seekToEnd(partitions);
        partitions.forEach(client::position);
        if (!partitions.isEmpty()) {
          reading.countDown();
        }
        while (running && !partitions.isEmpty()) {
          client.poll(POLL).forEach(this::take);
        }
      } catch (WakeupException stopped) {
        return;
      } catch (KafkaException failure) {
        LOG.warn("Reading {} failed and starts again", topic, failure);
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    Map.Entry<String, A> answer = answerOf.apply(record);
    CompletableFuture<A> asked = answer == null ? null : waiting.remove(answer.getKey());
    if (answer != null && asked != null) {
      asked.complete(answer.getValue());
    }
  }

  private Map<String, Object> config() {
    Map<String, Object> config = access.client();
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return config;
  }

  @Override
  public void stop() {
    running = false;
    KafkaConsumer<byte[], byte[]> client = consumer;
    if (client != null) {
      client.wakeup();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
