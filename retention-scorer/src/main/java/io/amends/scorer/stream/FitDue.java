package io.amends.scorer.stream;

import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.events.Keys;
import java.time.Instant;

/**
 * When a model is to be made.
 *
 * @param since a fit that ended at this hour or later is the one
 */
record FitDue(Instant dueAt, Instant since) {

  static FitDue at(Instant hour) {
    return new FitDue(hour, hour);
  }

  /** Named by the hour that it is about, so that trying again is another. */
  static final class Format implements DurableDeadlines.Format<FitDue> {

    @Override
    public Instant dueAt(FitDue due) {
      return due.dueAt();
    }

    @Override
    public byte[] name(FitDue due) {
      return Keys.bytes(Long.toString(due.since().toEpochMilli()));
    }

    @Override
    public FitDue read(Instant dueAt, byte[] name) {
      return new FitDue(dueAt, Instant.ofEpochMilli(Long.parseLong(Keys.text(name))));
    }
  }
}
