package io.amends.kit.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.broker.Broker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What is given to it goes out in that order, and whoever gives is never held up. */
@ExtendWith(Broker.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublisherOnBrokerTest {

  private static final String TOPIC = "publisher-order";
  private static final int RECORDS = 900;

  private final Broker broker;

  PublisherOnBrokerTest(Broker broker) {
    this.broker = broker;
  }

  @Test
  void records_of_one_key_keep_the_order_in_which_they_were_given() {
    broker.createTopics(List.of(TOPIC));
    DefaultKafkaProducerFactory<byte[], byte[]> producers = producers();
    try (Publisher publisher =
        new Publisher(new KafkaTemplate<>(producers), RECORDS, Duration.ofSeconds(30))) {
      List<CompletableFuture<RecordMetadata>> sent =
          IntStream.range(0, RECORDS)
              .mapToObj(number -> publisher.send(record(TOPIC, Integer.toString(number))))
              .toList();
      sent.forEach(CompletableFuture::join);
    } finally {
      producers.destroy();
    }
    assertThat(broker.read(TOPIC))
        .extracting(ConsumerRecord::value)
        .containsExactlyElementsOf(
            IntStream.range(0, RECORDS).mapToObj(Integer::toString).toList());
  }

  @Test
  void who_sends_to_what_is_not_there_is_told_and_the_next_ones_come_back_later() {
    DefaultKafkaProducerFactory<byte[], byte[]> producers = producers();
    Publisher publisher = new Publisher(new KafkaTemplate<>(producers), 2, Duration.ofSeconds(30));
    CompletableFuture<RecordMetadata> first = publisher.send(record("publisher-nowhere", "1"));
    CompletableFuture<RecordMetadata> second = publisher.send(record("publisher-nowhere", "2"));
    assertThat(List.of(first, second))
        .as("the caller goes on")
        .noneMatch(CompletableFuture::isDone);
    CompletableFuture<RecordMetadata> third = publisher.send(record("publisher-nowhere", "3"));
    assertThat(third).isCompletedExceptionally();
    assertThat(third.exceptionNow()).isInstanceOf(Publisher.Overloaded.class);
    assertThatThrownBy(first::join).hasStackTraceContaining("publisher-nowhere");
    assertThatThrownBy(second::join).hasStackTraceContaining("publisher-nowhere");
    publisher.close();
    producers.destroy();
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String value) {
    return new ProducerRecord<>(topic, "one".getBytes(UTF_8), value.getBytes(UTF_8));
  }

  private DefaultKafkaProducerFactory<byte[], byte[]> producers() {
    return new DefaultKafkaProducerFactory<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.address(),
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            1, // as services have it
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            2_000),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }
}
