package io.amends.notification.domain;

import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.notification.NotificationEvent.OfferIssued;
import io.amends.contracts.notification.NotificationEvent.Planned;
import io.amends.contracts.notification.NotificationEvent.Sending;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.NotificationEvent.Suppressed;
import io.amends.contracts.notification.NotificationEvent.Unknown;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message: one row for each, so that none is told twice.
 *
 * <pre>
 * PLANNED -> HELD | DISPATCHED | SUPPRESSED | EXPIRED
 * HELD -> DISPATCHED | SUPPRESSED | EXPIRED
 * DISPATCHED -> SENDING -> SENT | FAILED | UNKNOWN
 * </pre>
 *
 * @param since hotel time
 * @param reason why it is not sent, if it is not
 */
public record LedgerRow(Draft draft, State state, Instant since, @Nullable String reason) {

  /** Where a message stands. */
  public enum State {
    PLANNED,
    HELD,
    DISPATCHED,
    SENDING,
    SENT,
    FAILED,
    UNKNOWN,
    SUPPRESSED,
    EXPIRED
  }

  public LedgerRow now(State next, Instant at, @Nullable String why) {
    return new LedgerRow(draft, next, at, why);
  }

  /** What the sender reports. */
  public LedgerRow after(NotificationEvent event) {
    return switch (event) {
      case Sending e -> now(State.SENDING, e.at(), null);
      case Sent e -> now(State.SENT, e.at(), null);
      case Failed e -> now(State.FAILED, e.at(), e.reason());
      case Unknown e -> now(State.UNKNOWN, e.at(), null);
      case Planned _, Suppressed _, OfferIssued _ -> this; // the ledger itself said so
    };
  }
}
