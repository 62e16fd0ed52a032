package io.amends.notification.channel;

import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.topics.Topics;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.stream.Out;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a channel does, together with how far it has come, in one transaction that only the
 * present owner of the partitions can commit: an instance that was taken for dead writes nothing,
 * and so calls nobody.
 */
final class ChannelLog implements AutoCloseable {

  /** An instance that dies in the middle holds up readers for so long at most. */
  private static final int TRANSACTION_TIMEOUT_MS = 10_000;

  /** How often a write is tried: results that are known are not given up for a slow broker. */
  private static final int TRIES = 10;

  private final String topic;
  private final Map<String, Object> config;
  private @Nullable KafkaProducer<byte[], byte[]> producer;

  ChannelLog(String prefix, Map<String, Object> producerConfig, String transactionalId) {
    this.topic = Topics.NOTIFICATIONS.on(prefix);
    this.config = new HashMap<>(producerConfig);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
  }

  /** What is written, and what led to it. */
  record Line(NotificationEvent event, Origin origin) {}

  /** Another instance owns the partitions now. */
  static final class NotOwner extends KafkaException {

    private static final long serialVersionUID = 1L;

    NotOwner(Throwable cause) {
      super("partitions: no longer ours (expected: ours)", cause);
    }
  }

  /**
   * Writes all or nothing.
   *
   * @return by partition of the events, the offset of the last that was written
   * @throws NotOwner if the group has given the partitions to another
   */
  Map<Integer, Long> write(
      List<Line> lines,
      Map<TopicPartition, OffsetAndMetadata> progress,
      ConsumerGroupMetadata group) {
    for (int left = TRIES; ; left--) {
      try {
        return once(lines, progress, group);
      } catch (CommitFailedException
          | ProducerFencedException
          | FencedInstanceIdException
          | UnknownMemberIdException lost) {
        close();
        throw new NotOwner(lost);
      } catch (KafkaException failure) {
        close(); // aborts what is open when the next one starts
        if (left == 1 || failure instanceof InterruptException) {
          throw failure;
        }
      }
    }
  }

  private Map<Integer, Long> once(
      List<Line> lines,
      Map<TopicPartition, OffsetAndMetadata> progress,
      ConsumerGroupMetadata group) {
    KafkaProducer<byte[], byte[]> writer = producer();
    writer.beginTransaction();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (Line line : lines) {
      sent.add(writer.send(record(line)));
    }
    writer.sendOffsetsToTransaction(progress, group);
    writer.commitTransaction();
    Map<Integer, Long> last = new HashMap<>();
    for (Future<RecordMetadata> one : sent) {
      RecordMetadata at = done(one);
      last.merge(at.partition(), at.offset(), Math::max);
    }
    return last;
  }

  private ProducerRecord<byte[], byte[]> record(Line line) {
    return new ProducerRecord<>(
        topic,
        null,
        Keys.bytes(line.event().message().guestId().value()),
        Json.bytes(line.event()),
        Out.headers(line.event(), line.origin()).write());
  }

  /** It is: the transaction is committed. */
  private static RecordMetadata done(Future<RecordMetadata> one) {
    try {
      return one.get();
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    } catch (ExecutionException failure) {
      throw new KafkaException(failure.getCause());
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> known = producer;
    if (known == null) {
      known = new KafkaProducer<>(config);
      producer = known;
      known.initTransactions(); // ends what a former life left open
    }
    return known;
  }

  @Override
  public void close() {
    KafkaProducer<byte[], byte[]> known = producer;
    producer = null;
    if (known != null) {
      known.close(Duration.ofSeconds(2));
    }
  }
}
