package io.amends.desk.view;

import io.amends.desk.view.Change.Seen;
import io.amends.desk.view.Writing.Touched;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;

/**
 * Reads all topics of the view, in one thread, without a group: every instance reads everything. A
 * batch and the offsets after it are one transaction, so a record counts once whatever happens.
 */
public final class Follower implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How often it asks the broker whether it has read everything. */
  private static final Duration LOOK = Duration.ofMillis(500);

  /** As long as the topics keep what lines and reports are made of. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final View view;
  private final Map<String, Input> inputs = new HashMap<>();
  private final Map<String, Object> kafka;
  private final HotelClock clock;
  private final Consumer<Change> told;
  private final Counter unreadable;
  private final AtomicReference<AsOf> asOf = new AtomicReference<>(AsOf.NEVER);

  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean running;
  private volatile boolean filled;
  private Thread thread = new Thread(() -> {});
  private long number;

  /**
   * Prepares it; nothing is read before it is started.
   *
   * @param told hears of every transaction that changed a case, in the writing thread
   */
  public Follower(
      View view,
      Seal seal,
      String prefix,
      BrokerAccess access,
      HotelClock clock,
      MeterRegistry meters,
      Consumer<Change> told) {
    this.view = view;
    this.clock = clock;
    this.told = told;
    this.unreadable = meters.counter("desk.view.unreadable");
    List<Input> all = new ArrayList<>(List.of(new CaseInput(), new EventInput()));
    all.addAll(GuestInputs.with(seal));
    all.addAll(HouseInputs.with(seal));
    all.add(new SeenInput(seal));
    all.add(new SuggestionInput());
    all.forEach(input -> inputs.put(input.topic().on(prefix), input));
    this.kafka = access.client();
    kafka.putAll(
        Map.of(
            "client.id", prefix + "recovery-desk-view",
            "isolation.level", "read_committed",
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest", // what retention took away is not missed
            "allow.auto.create.topics", "false",
            "max.poll.records",
                "500", // 5 MB of cases: ten times as many lived to the old generation
            "fetch.max.bytes", "4194304",
            "receive.buffer.bytes", "262144"));
  }

  /** How far it has read. */
  public AsOf asOf() {
    return asOf.get();
  }

  /** Whether it has read everything at least once since it was started. */
  public boolean isFilled() {
    return filled;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("view").start(this::follow);
  }

  @Override
  public void stop() {
    running = false;
    stopping.countDown();
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A broker that is away is waited for; the view says meanwhile how old it is. */
  private void follow() {
    while (running) {
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
        read(consumer);
      } catch (WakeupException | org.apache.kafka.common.errors.InterruptException stopped) {
        return;
      } catch (SQLException | KafkaException failure) {
        LOG.warn("The view can't follow the topics; trying again: {}", failure.toString());
        pause();
      }
    }
  }

  private void pause() {
    try {
      boolean _ = stopping.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer) throws SQLException {
    Positions positions = new Positions(view.writer());
    List<TopicPartition> partitions = assigned(consumer, positions);
    if (partitions.isEmpty()) {
      pause();
      return;
    }
    Writing writing = new Writing(view.writer());
    Instant nextLook = Instant.EPOCH;
    Instant nextSweep = Instant.EPOCH;
    while (running) {
      apply(consumer.poll(POLL), writing, positions);
      Instant real = clock.real();
      if (!real.isBefore(nextLook)) {
        look(consumer, partitions);
        nextLook = real.plus(LOOK);
      }
      if (filled && !real.isBefore(nextSweep)) {
        sweep(writing);
        nextSweep = real.plus(Duration.ofHours(1));
      }
    }
  }

  /** Empty as long as not every topic is there. */
  private List<TopicPartition> assigned(KafkaConsumer<byte[], byte[]> consumer, Positions positions)
      throws SQLException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : inputs.keySet()) {
      var found = consumer.partitionsFor(topic, PATIENCE);
      if (found == null || found.isEmpty()) {
        return List.of();
      }
      found.forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> known = positions.all();
    for (TopicPartition partition : partitions) {
      consumer.seek(partition, known.getOrDefault(partition, 0L));
    }
    return partitions;
  }

  private void apply(ConsumerRecords<byte[], byte[]> records, Writing writing, Positions positions)
      throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    try {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        applyOne(record, writing);
      }
      positions.put(records, writing);
      Touched touched = writing.commit();
      List<Seen> cases = filled ? TouchedCases.of(view.read(), touched) : List.of();
      if (!cases.isEmpty()) {
        number++;
        told.accept(new Change(number, cases));
      }
    } catch (SQLException failure) {
      writing.rollback();
      throw failure;
    }
  }

  /** One record that can't be read hides no other: it is counted, and its body is not logged. */
  private void applyOne(ConsumerRecord<byte[], byte[]> record, Writing writing)
      throws SQLException {
    Input input = inputs.get(record.topic());
    if (input == null) {
      return;
    }
    try {
      input.apply(record, writing);
    } catch (JacksonException | IllegalArgumentException failure) {
      unreadable.increment();
      LOG.warn(
          "Expected a record of {} at {}-{} offset {}, but it can't be read: {}",
          input.topic().name(),
          record.topic(),
          record.partition(),
          record.offset(),
          failure.getClass().getSimpleName());
    }
  }

  /** The broker itself says where the topics end: one that is away can't be up to date. */
  private void look(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Instant real = clock.real();
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      boolean all = true;
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        all &= consumer.position(end.getKey(), PATIENCE) >= end.getValue();
      }
      if (all) {
        filled = true;
        asOf.set(new AsOf(real, clock.at(real), true));
      } else {
        AsOf before = asOf.get();
        asOf.set(new AsOf(before.real(), before.hotel(), false));
      }
    } catch (org.apache.kafka.common.errors.InterruptException stopped) {
      throw stopped;
    } catch (RetriableException away) {
      AsOf before = asOf.get();
      asOf.set(new AsOf(before.real(), before.hotel(), false));
    }
  }

  private void sweep(Writing writing) throws SQLException {
    long before = clock.instant().minus(KEPT).toEpochMilli();
    writing.run("DELETE FROM line WHERE at < ?", before);
    writing.run("DELETE FROM ledger WHERE at < ?", before);
    writing.run("DELETE FROM gift WHERE asked < ?", before);
    writing.run("DELETE FROM fact WHERE closed < ?", before);
    writing.run("DELETE FROM exposure WHERE at < ?", before);
    writing.run("DELETE FROM booking WHERE at < ?", before);
    writing.run("DELETE FROM seen WHERE at < ?", before);
    writing.run("DELETE FROM said WHERE at < ?", before);
    writing.run("DELETE FROM suggestion WHERE at < ?", before);
    Touched _ = writing.commit();
  }
}
