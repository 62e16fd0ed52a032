package io.amends.local.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits on a condition with a deadline, for what tells nobody when it changes. */
public final class Waiting {

  /** Short beside the seconds that a process takes to start. */
  private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();

  private Waiting() {}

  /** Whether the condition came true in time; an interrupt ends the wait and stays set. */
  public static boolean until(Duration atMost, BooleanSupplier condition) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
    return true;
  }
}
