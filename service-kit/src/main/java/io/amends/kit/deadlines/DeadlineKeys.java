package io.amends.kit.deadlines;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.utils.Bytes;

/** How a deadline lies in the index: due time (8 bytes, big-endian milliseconds), then its name. */
final class DeadlineKeys<D> {

  private final DurableDeadlines.Format<D> format;

  DeadlineKeys(DurableDeadlines.Format<D> format) {
    this.format = format;
  }

  Bytes of(D deadline) {
    byte[] rest = format.name(deadline);
    Instant dueAt = format.dueAt(deadline);
    if (dueAt.toEpochMilli() < 0 || !dueAt.truncatedTo(ChronoUnit.MILLIS).equals(dueAt)) {
      throw new IllegalArgumentException(
          "dueAt: %s (expected: whole milliseconds after 1970)".formatted(dueAt));
    }
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + rest.length)
            .putLong(dueAt.toEpochMilli()) // not negative, so unsigned order is the order of time
            .put(rest)
            .array());
  }

  D read(Bytes key) {
    byte[] bytes = key.get();
    byte[] rest = new byte[bytes.length - Long.BYTES];
    System.arraycopy(bytes, Long.BYTES, rest, 0, rest.length);
    return format.read(dueAt(key), rest);
  }

  /** Comes after every key that is due at this instant, and before all later ones. */
  static Bytes after(Instant hotelTime) {
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES).putLong(Math.max(0, hotelTime.toEpochMilli() + 1)).array());
  }

  static Instant dueAt(Bytes key) {
    return Instant.ofEpochMilli(ByteBuffer.wrap(key.get()).getLong());
  }
}
