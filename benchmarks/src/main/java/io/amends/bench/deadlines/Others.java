package io.amends.bench.deadlines;

import io.amends.bench.figures.Percentiles;
import io.amends.kit.clock.HotelClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;

/**
 * A steady stream of records that have no deadline, each sent at its own instant whatever became of
 * those before it: one that is held up is measured from when it was to be sent.
 */
final class Others implements AutoCloseable {

  static final int EACH_SECOND = 200;

  private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1) / EACH_SECOND;

  private final Side side;
  private final List<Heard> heard = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("others").unstarted(this::send);
  private volatile boolean over;

  /** Begins to send. */
  Others(Side side) {
    this.side = side;
    side.hear(this);
    thread.start();
  }

  /**
   * One of them, in milliseconds.
   *
   * @param scheduled when it was to be sent
   */
  private record Heard(long scheduled, long sinceScheduled, long sinceAppended) {}

  synchronized void heard(long scheduled, long appendedAt, long arrivedAt) {
    heard.add(new Heard(scheduled, arrivedAt - scheduled, arrivedAt - appendedAt));
  }

  /** From the broker's taking it in to its committed output, of those to be sent in a time. */
  Percentiles sinceAppended(long from, long until) {
    return percentiles(from, until, Heard::sinceAppended);
  }

  /** From the instant it was to be sent to its committed output, of those to be sent in a time. */
  Percentiles sinceScheduled(long from, long until) {
    return percentiles(from, until, Heard::sinceScheduled);
  }

  private synchronized Percentiles percentiles(
      long from, long until, ToLongFunction<Heard> duration) {
    Percentiles percentiles = new Percentiles();
    heard.stream()
        .filter(one -> one.scheduled() >= from && one.scheduled() < until)
        .mapToLong(duration)
        .forEach(percentiles::add);
    return percentiles;
  }

  private void send() {
    long beganAt = HotelClock.system().real().toEpochMilli();
    long began = System.nanoTime();
    for (long count = 0; !over; count++) {
      long after = count * BETWEEN;
      while (System.nanoTime() - began < after) {
        LockSupport.parkNanos(began + after - System.nanoTime());
      }
      long scheduled = beganAt + TimeUnit.NANOSECONDS.toMillis(after);
      side.feed().pass(side.kind().asked(), null, "other-" + count, scheduled);
    }
  }

  /** Sends no more, and returns when all are heard. */
  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    long _ = side.awaitDone();
    side.hear(null);
  }
}
