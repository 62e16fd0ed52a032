package io.amends.kit.streams;

import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.events.Keys;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When the time of what lies under a key is over.
 *
 * @param at whole milliseconds
 */
public record KeyEnd(String key, Instant at) {

  public KeyEnd {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** In the index: the key. */
  public static final class Format implements DurableDeadlines.Format<KeyEnd> {

    @Override
    public Instant dueAt(KeyEnd end) {
      return end.at();
    }

    @Override
    public byte[] name(KeyEnd end) {
      return Keys.bytes(end.key());
    }

    @Override
    public KeyEnd read(Instant dueAt, byte[] name) {
      return new KeyEnd(Keys.text(name), dueAt);
    }
  }
}
