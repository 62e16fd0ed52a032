package io.amends.bench.deadlines;

import io.amends.bench.alarms.AlarmName;
import io.amends.bench.alarms.Asked;
import io.amends.bench.alarms.Asked.Verb;
import io.amends.kit.events.Keys;
import io.amends.local.stack.StackFailure;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Asks the services, as another process would. */
final class Feed implements AutoCloseable {

  private static final byte[] NOTHING = {};

  private final KafkaProducer<byte[], byte[]> producer;
  private volatile @Nullable Exception failure;

  Feed(String bootstrap) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.LINGER_MS_CONFIG,
                2,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 * 1024,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void arm(String topic, int number, long dueAt) {
    String name = AlarmName.of(number);
    byte[] asked = new Asked(Verb.ARM, dueAt).write(Keys.bytes(AlarmName.origin(name)));
    send(new ProducerRecord<>(topic, Keys.bytes(name), asked), _ -> {});
  }

  /**
   * Calls one off.
   *
   * @param appended told when the broker took it in; epoch milliseconds
   */
  void callOff(String topic, int number, long dueAt, Consumer<Long> appended) {
    byte[] name = Keys.bytes(AlarmName.of(number));
    send(
        new ProducerRecord<>(topic, name, new Asked(Verb.CALL_OFF, dueAt).write(NOTHING)),
        taken -> appended.accept(taken.timestamp()));
  }

  /** Sends something that has no deadline; without a partition the key chooses one. */
  void pass(String topic, @Nullable Integer partition, String key, long scheduled) {
    byte[] asked = new Asked(Verb.PASS, scheduled).write(NOTHING);
    send(new ProducerRecord<>(topic, partition, Keys.bytes(key), asked), _ -> {});
  }

  /**
   * Returns when the broker has all that was sent.
   *
   * @throws StackFailure if it did not take something
   */
  void flush() {
    producer.flush();
    check();
  }

  private void send(ProducerRecord<byte[], byte[]> record, Consumer<RecordMetadata> taken) {
    check();
    var _ =
        producer.send(
            record,
            (metadata, thrown) -> {
              if (thrown == null) {
                taken.accept(metadata);
              } else {
                failure = thrown;
              }
            });
  }

  private void check() {
    Exception known = failure;
    if (known != null) {
      throw new StackFailure("Expected the broker to take a record, but: " + known, known);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
