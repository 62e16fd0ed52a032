package io.amends.endtoend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The broker as a foreign system uses it: it writes, and reads what is new. */
final class Wire implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(50);

  private final Map<String, Object> settings;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Reader> readers = new ArrayList<>();

  Wire(String bootstrap) {
    this(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
  }

  /** With an account. */
  Wire(Map<String, Object> settings) {
    this.settings = Map.copyOf(settings);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Returns when the broker has it. */
  void send(ProducerRecord<byte[], byte[]> record) {
    String refusal = refusalOf(record);
    if (!refusal.isEmpty()) {
      throw new AssertionError(refusal);
    }
  }

  /** Sends it; by what the broker refuses it, empty if it takes it. */
  String refusalOf(ProducerRecord<byte[], byte[]> record) {
    try {
      producer.send(record).get();
      return "";
    } catch (ExecutionException failure) {
      return String.valueOf(failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Reads what comes from now on. */
  Reader reader(String topic) {
    Reader reader = new Reader(topic);
    readers.add(reader);
    return reader;
  }

  /** What has come to a topic since the reader was made. */
  final class Reader {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private Reader(String topic) {
      Map<String, Object> config = new HashMap<>(settings);
      config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
      consumer =
          new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
    }

    void until(
        String what,
        BiConsumer<String, Supplier<Boolean>> waiting,
        Predicate<List<ConsumerRecord<byte[], byte[]>>> enough) {
      waiting.accept(
          what,
          () -> {
            consumer.poll(LOOK).forEach(records::add);
            return enough.test(records);
          });
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
      return List.copyOf(records);
    }
  }

  /** A header as text; empty if it is absent. */
  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null
        ? ""
        : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    readers.forEach(reader -> reader.consumer.close());
  }
}
