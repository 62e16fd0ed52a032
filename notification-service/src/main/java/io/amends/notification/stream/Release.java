package io.amends.notification.stream;

import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.events.Keys;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That a message which waits is looked at.
 *
 * @param rank of two for the same instant the lower goes first: what matters most to a guest is
 *     sent before the caps are used up
 * @param dueAt whole milliseconds
 */
record Release(int rank, String ledgerKey, Instant dueAt) {

  Release {
    dueAt = dueAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /** In the index: the rank in one byte, then the row's key. */
  static final class Format implements DurableDeadlines.Format<Release> {

    @Override
    public Instant dueAt(Release release) {
      return release.dueAt();
    }

    @Override
    public byte[] name(Release release) {
      byte[] key = Keys.bytes(release.ledgerKey());
      return ByteBuffer.allocate(1 + key.length).put((byte) release.rank()).put(key).array();
    }

    @Override
    public Release read(Instant dueAt, byte[] name) {
      ByteBuffer bytes = ByteBuffer.wrap(name);
      int rank = bytes.get();
      byte[] key = new byte[bytes.remaining()];
      bytes.get(key);
      return new Release(rank, Keys.text(key), dueAt);
    }
  }
}
