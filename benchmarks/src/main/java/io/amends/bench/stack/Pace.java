package io.amends.bench.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Does something so many times a second, in small bunches. */
public final class Pace {

  private static final long SHORTEST_REST = 500_000;

  private Pace() {}

  /** Returns when it was done as often as it should be. */
  public static void keep(Duration how, double perSecond, IntConsumer what) {
    long begin = System.nanoTime();
    int all = (int) (how.toSeconds() * perSecond);
    for (int i = 0; i < all; i++) {
      long due = begin + (long) (i * 1e9 / perSecond);
      while (due - System.nanoTime() > 0) {
        LockSupport.parkNanos(Math.max(SHORTEST_REST, due - System.nanoTime()));
      }
      what.accept(i);
    }
  }
}
