package io.amends.notification.email;

import io.amends.contracts.topics.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what the gate hands over, by mail.
 *
 * <p>A transaction can't contain a call. So {@code Sending} is written, with the acknowledgement of
 * all replicas, immediately before the call, for at most {@link #AT_ONCE} messages; the result is
 * written after it, then the offset. After a crash the log of events, from where the last offset
 * was committed, says what was really under way: that is unknown, and everything else is sent.
 */
public final class EmailChannel implements SmartLifecycle {

  /** Ours: so many may be unknown after a crash. */
  static final int AT_ONCE = 50;

  private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String topic;
  private final Map<String, Object> consumerConfig;
  private final MailRound round;
  private final UnderWay underWay;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile @Nullable Thread thread;
  private volatile boolean running;

  public EmailChannel(String prefix, String bootstrap, MailRound round, UnderWay underWay) {
    this.topic = Topics.DISPATCH_EMAIL.on(prefix);
    this.round = round;
    this.underWay = underWay;
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, prefix + "notification-email");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AT_ONCE);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    this.consumerConfig = config;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("channel-email").daemon().start(this::run);
  }

  private void run() {
    while (running) {
      Properties config = new Properties();
      config.putAll(consumerConfig);
      try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(config)) {
        consumer = client;
        client.subscribe(List.of(topic), new Assigned(client));
        while (running) {
          drain(client);
        }
      } catch (WakeupException stopped) {
        LOG.debug("The mail channel was woken up to stop", stopped);
      } catch (KafkaException failure) {
        LOG.warn("The mail channel failed and starts again", failure);
      }
    }
  }

  private void drain(KafkaConsumer<byte[], byte[]> client) {
    var records = client.poll(POLL);
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> part = records.records(partition);
      long eventsOffset = round.send(part, underWay);
      client.commitSync(
          Map.of(
              partition,
              new OffsetAndMetadata(part.getLast().offset() + 1, UnderWay.metadata(eventsOffset))));
    }
  }

  /** Whoever gets a partition first finds out what was under way in it. */
  private final class Assigned implements ConsumerRebalanceListener {

    private final KafkaConsumer<byte[], byte[]> client;

    Assigned(KafkaConsumer<byte[], byte[]> client) {
      this.client = client;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      partitions.forEach(partition -> underWay.forget(partition.partition()));
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> committed = client.committed(Set.copyOf(partitions));
      partitions.forEach(
          partition -> underWay.learn(partition.partition(), committed.get(partition)));
    }
  }

  @Override
  public void stop() {
    running = false;
    KafkaConsumer<byte[], byte[]> client = consumer;
    if (client != null) {
      client.wakeup();
    }
    Thread worker = thread;
    if (worker != null) {
      try {
        worker.join(Duration.ofSeconds(5));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the Streams part stops, since it reads contacts from there. */
  @Override
  public int getPhase() {
    return 10;
  }
}
