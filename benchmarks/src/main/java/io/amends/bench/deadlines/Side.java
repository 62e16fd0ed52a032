package io.amends.bench.deadlines;

import io.amends.bench.alarms.AlarmName;
import io.amends.bench.alarms.AlarmService;
import io.amends.bench.alarms.Kind;
import io.amends.bench.alarms.Told;
import io.amends.bench.alarms.Told.What;
import io.amends.kit.events.Keys;
import io.amends.local.process.Waiting;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One of the two services from outside: what it is asked, and what is heard of it. */
final class Side {

  private static final String BARRIER = "barrier";
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Kind kind;
  private final Feed feed;
  private final AlarmStack stack;
  private final Ledger ledger = new Ledger();
  private final AtomicLong barriers = new AtomicLong();
  private volatile long barrierHeardAt;
  private double millisToArmOne = Double.MAX_VALUE;
  private volatile @Nullable String trouble;
  private volatile @Nullable Watch watch;
  private volatile @Nullable Others others;

  Side(Kind kind, Feed feed, AlarmStack stack) {
    this.kind = kind;
    this.feed = feed;
    this.stack = stack;
  }

  Kind kind() {
    return kind;
  }

  Ledger ledger() {
    return ledger;
  }

  Feed feed() {
    return feed;
  }

  /** From now on what is heard of this herd is told to the watch. */
  Watch watch(Herd herd) {
    Watch made = new Watch(herd);
    watch = made;
    return made;
  }

  void hear(@Nullable Others stream) {
    others = stream;
  }

  /** Microseconds of processor time that the service's process has used. */
  double processorMicros() {
    return stack.processorTime(kind).toNanos() / 1e3;
  }

  private void arm(Herd herd) {
    for (int number = herd.first(); number < herd.end(); number++) {
      feed.arm(kind.asked(), number, ledger.dueAt(number));
    }
  }

  /**
   * Arms all of a herd.
   *
   * @return when that was done, and committed; epoch milliseconds
   */
  long armAll(Herd herd) {
    long began = Fall.now();
    arm(herd);
    long done = awaitDone();
    millisToArmOne = Math.min(millisToArmOne, (double) Math.max(1, done - began) / herd.count());
    return done;
  }

  /** How long so many take to be armed, by the quickest herd so far: small ones mostly wait. */
  long millisToArm(int count) {
    return (long) (millisToArmOne * count);
  }

  void callOff(int number) {
    ledger.callOffSent(number);
    feed.callOff(
        kind.asked(),
        number,
        ledger.dueAt(number),
        appendedAt -> ledger.callOffAppended(number, appendedAt));
  }

  /**
   * Waits until everything that was asked before has been done, and is committed.
   *
   * @return when that was heard; epoch milliseconds
   * @throws StackFailure if it does not come, or the service puts something aside
   */
  long awaitDone() {
    long wanted = barriers.get() + AlarmService.PARTITIONS;
    for (int partition = 0; partition < AlarmService.PARTITIONS; partition++) {
      feed.pass(kind.asked(), partition, BARRIER, 0);
    }
    feed.flush();
    boolean done = Waiting.until(LONGEST, () -> trouble != null || barriers.get() >= wanted);
    if (trouble != null) {
      throw new StackFailure(trouble);
    }
    if (!done) {
      throw new StackFailure(
          "Expected %s to do what it was asked within %d min"
              .formatted(kind.serviceName(), LONGEST.toMinutes()));
    }
    return barrierHeardAt;
  }

  /** By the thread that hears. */
  void heard(ConsumerRecord<byte[], byte[]> record, long arrivedAt) {
    Told told = Told.read(record.value());
    String key = Keys.text(record.key());
    if (told.what() != What.PASSED) {
      rang(told, AlarmName.number(key), record.timestamp(), arrivedAt);
    } else if (key.equals(BARRIER)) {
      barrierHeardAt = arrivedAt;
      barriers.incrementAndGet();
    } else if (others != null) {
      others.heard(told.at(), told.appendedAt(), arrivedAt);
    }
  }

  /** What was asked will not be heard of: whoever waits for it hears why. */
  void fail(String why) {
    trouble = why;
  }

  private void rang(Told told, int number, long appendedAt, long arrivedAt) {
    boolean expected = ledger.rang(number, told.at(), appendedAt, told.what() == What.RUNG_FORCED);
    Watch watching = watch;
    if (expected && watching != null && watching.herd().contains(number)) {
      watching.heard(told.at(), arrivedAt);
    }
  }
}
