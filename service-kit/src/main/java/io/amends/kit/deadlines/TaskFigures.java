package io.amends.kit.deadlines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;

/** What operations see of the deadlines of one task; written by its thread, read by any. */
final class TaskFigures {

  /** Ours: what is overdue is counted up to here, the oldest first; a herd is more. */
  static final int COUNTED = 5_000;

  /** How long something has been due, from below; the last one has no end. */
  static final List<Duration> AGES =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(10));

  private volatile long live;
  private volatile double oldestOverdueSeconds;
  private volatile double cursorLagSeconds;
  private volatile boolean gateOpen = true;
  private volatile long[] overdue = new long[AGES.size() + 1];

  void gate(boolean open) {
    gateOpen = open;
  }

  void oldestOverdue(Duration age) {
    oldestOverdueSeconds = seconds(age);
  }

  void cursorAt(Bytes cursor, Instant now) {
    cursorLagSeconds =
        cursor.get().length == 0 ? 0 : seconds(Duration.between(DeadlineKeys.dueAt(cursor), now));
  }

  /** The figures for which the index has to be read. */
  void taken(DeadlineIndex index, Instant now, Instant due) {
    live = index.estimatedSize();
    long[] counts = new long[AGES.size() + 1];
    for (KeyValue<Bytes, byte[]> row : index.before(DeadlineKeys.after(due), COUNTED)) {
      counts[age(Duration.between(DeadlineKeys.dueAt(row.key), now))]++;
    }
    overdue = counts;
  }

  private static int age(Duration overdue) {
    int age = 0;
    while (age < AGES.size() && overdue.compareTo(AGES.get(age)) >= 0) {
      age++;
    }
    return age;
  }

  double live() {
    return live;
  }

  double oldestOverdueSeconds() {
    return oldestOverdueSeconds;
  }

  double cursorLagSeconds() {
    return cursorLagSeconds;
  }

  double gateOpen() {
    return gateOpen ? 1 : 0;
  }

  /** How many have been overdue for so long: an index into {@link #AGES}. */
  long overdue(int age) {
    return overdue[age];
  }

  private static double seconds(Duration duration) {
    return Math.max(0, duration.toMillis() / 1000.0);
  }
}
