package io.amends.bench.alarms;

import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.events.Keys;
import java.time.Instant;

/** A deadline of the bench. */
record Alarm(String name, Instant dueAt) {

  /** By its name. */
  static final class Format implements DurableDeadlines.Format<Alarm> {

    @Override
    public Instant dueAt(Alarm alarm) {
      return alarm.dueAt();
    }

    @Override
    public byte[] name(Alarm alarm) {
      return Keys.bytes(alarm.name());
    }

    @Override
    public Alarm read(Instant dueAt, byte[] name) {
      return new Alarm(Keys.text(name), dueAt);
    }
  }
}
