package io.amends.bench.deadlines;

import io.amends.bench.deadlines.Fall.Falling;
import io.amends.bench.figures.Percentiles;
import java.io.PrintStream;

/** Alarms that all fall due at one instant: how fast they are told, and what others wait. */
final class Drain {

  private final Side side;
  private final Percentiles othersSinceAppended = new Percentiles();
  private final Percentiles othersSinceScheduled = new Percentiles();
  private long told;
  private long millis;
  private double processorMicros;

  Drain(Side side) {
    this.side = side;
  }

  void measure(int count, PrintStream progress) {
    try (Others others = new Others(side)) {
      Falling falling = Fall.of(side, count, 0, progress);
      Watch watch = falling.watch();
      double before = side.processorMicros();
      watch.await();
      long _ = side.awaitDone();
      processorMicros += side.processorMicros() - before;
      told += watch.count();
      millis += watch.last() - falling.dueAt();
      othersSinceAppended.add(others.sinceAppended(falling.dueAt(), watch.last()));
      othersSinceScheduled.add(others.sinceScheduled(falling.dueAt(), watch.last()));
    }
  }

  /** From the instant they were due to the last that was heard, per second. */
  double perSecond() {
    return 1_000.0 * told / millis;
  }

  /** Microseconds of the service's processor time for each: the same on a busy machine. */
  double processorMicrosEach() {
    return processorMicros / told;
  }

  Percentiles othersSinceAppended() {
    return othersSinceAppended;
  }

  Percentiles othersSinceScheduled() {
    return othersSinceScheduled;
  }
}
