package io.amends.bench.intake;

import io.amends.bench.figures.Percentiles;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came of each request of a load. By any thread. */
final class Tally {

  private final Percentiles micros = new Percentiles();
  private final Map<Integer, Long> answers = new TreeMap<>();
  private final int warmSeconds;
  private final int seconds;
  private final long begin = System.nanoTime();
  private long accepted;
  private long acceptedInAll;
  private long unanswered;
  private long elsewhereNanos;

  Tally(int warmSeconds, int seconds) {
    this.warmSeconds = warmSeconds;
    this.seconds = seconds;
  }

  /** When the load began, as {@link System#nanoTime} has it. */
  long begin() {
    return begin;
  }

  long end() {
    return begin + (warmSeconds + seconds) * 1_000_000_000L;
  }

  private boolean counts(long due) {
    return due - begin >= warmSeconds * 1_000_000_000L && due - end() < 0;
  }

  /**
   * An answer has come.
   *
   * @param due when the request was due
   */
  synchronized void answered(long due, int status) {
    if (status == Outcome.ACCEPTED) {
      acceptedInAll++;
    }
    if (counts(due)) {
      micros.add((System.nanoTime() - due) / 1_000);
      answers.merge(status, 1L, Long::sum);
      if (status == Outcome.ACCEPTED && System.nanoTime() - end() < 0) {
        accepted++;
      }
    }
  }

  /** Nobody has answered. */
  synchronized void lost(long due) {
    if (counts(due)) {
      unanswered++;
    }
  }

  /** Another endpoint has answered. */
  synchronized void elsewhere(long due) {
    if (counts(due)) {
      elsewhereNanos = Math.max(elsewhereNanos, System.nanoTime() - due);
    }
  }

  synchronized Outcome outcome() {
    return new Outcome(
        (double) accepted / seconds,
        acceptedInAll,
        answers,
        unanswered,
        micros.at(50) / 1e3,
        micros.at(99) / 1e3,
        elsewhereNanos / 1e6);
  }
}
