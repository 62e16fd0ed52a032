package io.amends.kit.deadlines;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The time that all sweeps of one stream thread have between two ticks, shared by those that need
 * it. Streams lets every task have one record between two rounds of punctuators: if each task swept
 * for the whole budget, a herd would hold up all other records until it is over.
 */
final class SweepTime {

  private final Set<Part> unfinished = ConcurrentHashMap.newKeySet();

  /** The part of one task. */
  Part part() {
    return new Part();
  }

  /** One task's; what it does not need is the others'. */
  final class Part {

    /** How long its next sweep may take, in nanoseconds. */
    long nanos() {
      int others = unfinished.size() - (unfinished.contains(this) ? 1 : 0);
      return DurableDeadlines.SWEEP_BUDGET.toNanos() / (1 + others);
    }

    /**
     * Its sweep is over.
     *
     * @param hasMore whether the time ran out before all was told
     */
    void swept(boolean hasMore) {
      if (hasMore) {
        unfinished.add(this);
      } else {
        unfinished.remove(this);
      }
    }

    /** The task has left the thread. */
    void leave() {
      unfinished.remove(this);
    }
  }
}
