package io.amends.bench.deadlines;

import io.amends.bench.figures.Percentiles;
import io.amends.local.process.Waiting;
import java.time.Duration;

/** What is heard of one herd: how late, and when the first and the last. */
final class Watch {

  /** Twice as long as anything may hold a deadline; who is silent that long has lost the rest. */
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final Herd herd;
  private final Percentiles lateness = new Percentiles();
  private int expected;
  private long first;
  private long last;

  Watch(Herd herd) {
    this.herd = herd;
    this.expected = herd.count();
  }

  Herd herd() {
    return herd;
  }

  /** One was called off: it is not waited for. */
  synchronized void expectOneLess() {
    expected--;
  }

  /** One of them that was expected. */
  synchronized void heard(long dueAt, long arrivedAt) {
    if (lateness.count() == 0) {
      first = arrivedAt;
    }
    last = arrivedAt;
    lateness.add(arrivedAt - dueAt);
  }

  synchronized long count() {
    return lateness.count();
  }

  /** Arrival of the first; epoch milliseconds. */
  synchronized long first() {
    return first;
  }

  /** Arrival of the last so far; epoch milliseconds. */
  synchronized long last() {
    return last;
  }

  /** Once all are heard. */
  synchronized Percentiles lateness() {
    return lateness;
  }

  /** Returns when all were heard, or nothing more comes. */
  void await() {
    long heard = -1;
    while (!isOver() && heard != count()) {
      heard = count();
      long before = heard;
      boolean _ = Waiting.until(SILENCE, () -> isOver() || count() != before);
    }
  }

  private synchronized boolean isOver() {
    return lateness.count() >= expected;
  }
}
