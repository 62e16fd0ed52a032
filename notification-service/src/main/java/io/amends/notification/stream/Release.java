package io.amends.notification.stream;

import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.events.Keys;
import java.time.Instant;

/** That a message which waits is looked at again. */
record Release(String ledgerKey, Instant dueAt) {

  /** In the index: the row's key. */
  static final class Format implements DurableDeadlines.Format<Release> {

    @Override
    public Instant dueAt(Release release) {
      return release.dueAt();
    }

    @Override
    public byte[] name(Release release) {
      return Keys.bytes(release.ledgerKey());
    }

    @Override
    public Release read(Instant dueAt, byte[] name) {
      return new Release(Keys.text(name), dueAt);
    }
  }
}
