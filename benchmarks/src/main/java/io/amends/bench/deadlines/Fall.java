package io.amends.bench.deadlines;

import io.amends.kit.clock.HotelClock;
import io.amends.local.process.Waiting;
import java.io.PrintStream;
import java.time.Duration;

/** Arms a herd that falls due together, and calls a few of it off just before. */
final class Fall {

  private static final long AT_LEAST_AHEAD = 1_500;

  /** A machine may have less time for us than when we last looked. */
  private static final int RESERVE = 2;

  private static final long CALLED_OFF_AHEAD = 300;
  private static final int TRIES = 3;

  private Fall() {}

  /**
   * What falls.
   *
   * @param dueAt of the first; epoch milliseconds
   */
  record Falling(Watch watch, long dueAt) {}

  /**
   * Returns just before they fall due.
   *
   * @param within over how many milliseconds they are spread
   * @throws IllegalStateException if the machine is too slow to arm them in time
   */
  static Falling of(Side side, int count, long within, PrintStream progress) {
    long ahead = AT_LEAST_AHEAD + RESERVE * side.millisToArm(count);
    for (int tries = 0; tries < TRIES; tries++, ahead *= 2) {
      long dueAt = now() + ahead;
      Herd herd = side.ledger().herd(count, i -> dueAt + within * i / count);
      Falling falling = new Falling(side.watch(herd), dueAt);
      if (side.armAll(herd) < dueAt - CALLED_OFF_AHEAD) {
        callOff(side, falling);
        return falling;
      }
      progress.println("  armed too late, once more with more time");
      falling.watch().await();
    }
    throw new IllegalStateException(
        "armed: not %,d in %,d ms (expected: a quicker machine)".formatted(count, ahead / 2));
  }

  static void waitUntil(long instant) {
    boolean _ = Waiting.until(Duration.ofMillis(Math.max(0, instant - now())), () -> false);
  }

  static long now() {
    return HotelClock.system().real().toEpochMilli();
  }

  private static void callOff(Side side, Falling falling) {
    waitUntil(falling.dueAt() - CALLED_OFF_AHEAD);
    callOff(side, falling.watch());
  }

  /** One of so many, all over the herd. */
  static void callOff(Side side, Watch watch) {
    Herd herd = watch.herd();
    for (int number = herd.first(); number < herd.end(); number += Sizes.CALLED_OFF) {
      side.callOff(number);
      watch.expectOneLess();
    }
    side.feed().flush();
  }
}
