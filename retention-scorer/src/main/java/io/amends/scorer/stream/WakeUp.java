package io.amends.scorer.stream;

import io.amends.contracts.GuestId;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.events.Keys;
import java.time.Instant;

/** When silence alone will have moved a guest into another band. */
record WakeUp(GuestId guestId, Instant dueAt) {

  /** A guest has one at most. */
  static final class Format implements DurableDeadlines.Format<WakeUp> {

    @Override
    public Instant dueAt(WakeUp wakeUp) {
      return wakeUp.dueAt();
    }

    @Override
    public byte[] name(WakeUp wakeUp) {
      return Keys.bytes(wakeUp.guestId().value());
    }

    @Override
    public WakeUp read(Instant dueAt, byte[] name) {
      return new WakeUp(new GuestId(Keys.text(name)), dueAt);
    }
  }
}
