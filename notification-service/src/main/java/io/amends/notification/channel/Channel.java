package io.amends.notification.channel;

import io.amends.kit.clock.HotelClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what the gate hands over, by one way; each has its own, so that none holds up another.
 *
 * <p>A transaction can't contain a call. So {@code Sending} is written, with the acknowledgement of
 * all replicas, immediately before the call, for at most {@link #AT_ONCE} messages; the results and
 * the offset are written after it. After a crash the log of events, from where the last offset was
 * committed, says what was really under way: that is unknown, and everything else is sent.
 */
public final class Channel implements SmartLifecycle {

  /** Ours: so many may be unknown after a crash. */
  static final int AT_ONCE = 50;

  private static final Logger LOG = LoggerFactory.getLogger(Channel.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SOON = Duration.ofMillis(500);

  private final Way way;
  private final Carrier carrier;
  private final Clearances clearances;
  private final HotelClock clock;
  private final ChannelMeters meters;
  private final Safeguards safeguards;
  private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
  private volatile @Nullable Thread thread;
  private volatile boolean running;

  /**
   * One way.
   *
   * @param name such as {@code email}
   * @param topic of its orders
   * @param instance tells this one from others of the same service
   * @param consumers how to reach the cluster, for a consumer
   * @param producers the same for a producer
   */
  public record Way(
      String prefix,
      String name,
      String topic,
      String instance,
      Map<String, Object> consumers,
      Map<String, Object> producers) {}

  public Channel(
      Way way,
      Carrier carrier,
      Clearances clearances,
      HotelClock clock,
      MeterRegistry registry,
      Safeguards safeguards) {
    this.safeguards = safeguards;
    this.way = way;
    this.carrier = carrier;
    this.clearances = clearances;
    this.clock = clock;
    this.meters = new ChannelMeters(registry, way.name());
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("channel-" + way.name()).daemon().start(this::run);
  }

  private void run() {
    while (running) {
      UnderWay underWay = new UnderWay(way.prefix(), way.consumers());
      try (KafkaConsumer<byte[], byte[]> client = new KafkaConsumer<>(consumerConfig());
          ChannelLog log =
              new ChannelLog(
                  way.prefix(),
                  way.producers(),
                  way.prefix() + "notification-" + way.name() + "-" + way.instance())) {
        consumer = client;
        client.subscribe(List.of(way.topic()), new Assigned(client, underWay));
        Round round = new Round(carrier, clearances, log, underWay, clock, meters, safeguards);
        while (running) {
          carry(client, round);
        }
      } catch (WakeupException stopped) {
        LOG.debug("The channel {} was woken up to stop", way.name(), stopped);
      } catch (RuntimeException failure) { // whatever it is, guests and staff are still to be told
        LOG.warn("The channel {} failed and starts again", way.name(), failure);
        LockSupport.parkNanos(SOON.toNanos());
      }
    }
  }

  private void carry(KafkaConsumer<byte[], byte[]> client, Round round) {
    ConsumerRecords<byte[], byte[]> records = client.poll(POLL);
    if (records.isEmpty()) {
      return;
    }
    try {
      round.carry(records, client.groupMetadata());
    } catch (Clearances.NotNow moving) {
      LOG.debug("The channel {} waits for the owners of its guests", way.name(), moving);
      records
          .partitions()
          .forEach(
              partition -> client.seek(partition, records.records(partition).getFirst().offset()));
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private Map<String, Object> consumerConfig() {
    Map<String, Object> config = new HashMap<>(way.consumers());
    config.put(ConsumerConfig.GROUP_ID_CONFIG, way.prefix() + "notification-" + way.name());
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
    return config;
  }

  /**
   * Whoever gets a partition first finds out what was under way in it. Committed offsets are only
   * told when no transaction over them is open, so what the log says after that is all there is.
   */
  private record Assigned(KafkaConsumer<byte[], byte[]> client, UnderWay underWay)
      implements ConsumerRebalanceListener {

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
