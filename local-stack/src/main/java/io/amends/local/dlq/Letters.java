package io.amends.local.dlq;

import io.amends.local.process.Waiting;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** All dead letters of a broker. */
public final class Letters {

  /** Only what comes from outside goes in again by the door; what is ours has other causes. */
  public static final String DOOR = "inbound.";

  private static final String SUFFIX = ".dlq";
  private static final Duration POLL = Duration.ofMillis(200);

  private final String bootstrap;

  public Letters(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** Those that are wanted, the oldest first, as far as there are some now. */
  public List<Letter> find(Predicate<Letter> wanted, Instant since) {
    List<Letter> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> topic.getKey().endsWith(SUFFIX))
              .flatMap(topic -> topic.getValue().stream())
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          Letter letter = new Letter(record);
          if (!letter.at().isBefore(since) && wanted.test(letter)) {
            found.add(letter);
          }
        }
      }
    }
    found.sort(Comparator.comparing(Letter::at));
    return found;
  }

  /**
   * Sends them again to the topics that they came by.
   *
   * @param perSecond at most so many
   * @throws StackFailure if the broker does not take one; those before it are sent
   */
  public void redrive(List<Letter> letters, int perSecond) throws InterruptedException {
    Duration between = Duration.ofSeconds(1).dividedBy(perSecond);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (Letter letter : letters) {
        producer.send(letter.again()).get();
        boolean _ = Waiting.until(between, () -> false);
      }
    } catch (ExecutionException failure) {
      throw new StackFailure("Expected the broker to take it, but: " + failure.getCause(), failure);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
