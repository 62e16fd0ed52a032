package io.amends.bench.deadlines;

import java.time.Duration;
import java.util.SplittableRandom;

/** Arms what stays open: due in one to fifteen days, in no order. */
final class Arming {

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final SplittableRandom random = new SplittableRandom(1_10_100);
  private final Side side;
  private int armed;
  private long millis;
  private double processorMicros;

  Arming(Side side) {
    this.side = side;
  }

  /** Arms so many more and forgets how long it took. */
  void warmUp(int count) {
    long _ = timed(count);
  }

  /** Arms so many more. */
  void measure(int count) {
    double before = side.processorMicros();
    millis += timed(count);
    processorMicros += side.processorMicros() - before;
    armed += count;
  }

  /** From the first that was sent to the last that is committed, per second. */
  double perSecond() {
    return 1_000.0 * armed / millis;
  }

  /** Microseconds of the service's processor time for each: the same on a busy machine. */
  double processorMicrosEach() {
    return processorMicros / armed;
  }

  private long timed(int count) {
    long now = Fall.now();
    Herd herd = side.ledger().herd(count, _ -> random.nextLong(now + DAY, now + 15 * DAY));
    long began = Fall.now();
    return Math.max(1, side.armAll(herd) - began);
  }
}
