package io.amends.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on a condition with a deadline, for what tells nobody when it changes. */
public final class Waiting {

  /** Short beside the seconds that a process takes to start. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private Waiting() {}

  /** Whether the condition came true in time; an interrupt ends the wait and stays set. */
  public static boolean until(Duration atMost, BooleanSupplier condition) {
    return until(atMost, BETWEEN_LOOKS, condition);
  }

  /** The same for a condition that costs something to look at. */
  public static boolean until(Duration atMost, Duration betweenLooks, BooleanSupplier condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(betweenLooks.toNanos());
    }
    return true;
  }
}
