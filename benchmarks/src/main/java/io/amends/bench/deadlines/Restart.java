package io.amends.bench.deadlines;

import io.amends.bench.alarms.Kind;
import java.util.function.Consumer;

/** Alarms that fall due while the service is down: when they are told after it starts again. */
final class Restart {

  /** Longer than an orderly stop takes. */
  private static final long AHEAD = 3_000;

  private static final long WITHIN = 100;

  private final AlarmStack stack;
  private final Side side;
  private final int count;

  Restart(AlarmStack stack, Side side, int count) {
    this.stack = stack;
    this.side = side;
    this.count = count;
  }

  /**
   * How long after the start of its process.
   *
   * @param first in seconds, until the first was heard
   * @param last until the last was
   */
  record Told(double first, double last) {}

  /**
   * Takes it down, calls a few off meanwhile, and starts it when the hour of all has passed.
   *
   * @param down how it is taken down
   */
  Told measure(Consumer<Kind> down) {
    long dueAt = Fall.now() + AHEAD;
    Herd herd = side.ledger().herd(count, i -> dueAt + WITHIN * i / count);
    Watch watch = side.watch(herd);
    long _ = side.armAll(herd);
    down.accept(side.kind());
    Fall.callOff(side, watch);
    Fall.waitUntil(dueAt + WITHIN);
    long began = Fall.now();
    stack.start(side.kind());
    watch.await();
    return new Told((watch.first() - began) / 1_000.0, (watch.last() - began) / 1_000.0);
  }
}
