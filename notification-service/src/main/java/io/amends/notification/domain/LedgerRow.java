package io.amends.notification.domain;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Deferred;
import io.amends.contracts.notification.NotificationEvent.Expired;
import io.amends.contracts.notification.NotificationEvent.ExposureDecided;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.notification.NotificationEvent.Held;
import io.amends.contracts.notification.NotificationEvent.OfferIssued;
import io.amends.contracts.notification.NotificationEvent.OfferLapsed;
import io.amends.contracts.notification.NotificationEvent.OfferRedeemed;
import io.amends.contracts.notification.NotificationEvent.Planned;
import io.amends.contracts.notification.NotificationEvent.Redriven;
import io.amends.contracts.notification.NotificationEvent.Returned;
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
 * HELD -> HELD | DISPATCHED | SUPPRESSED | EXPIRED
 * DISPATCHED -> SENDING | RETURNED | FAILED
 * SENDING -> SENT | FAILED | UNKNOWN | DEFERRED
 * RETURNED, DEFERRED, UNKNOWN -> as PLANNED, if it may be tried again
 * FAILED, UNKNOWN -> RETURNED, if somebody wants it tried once more
 * FAILED -> SUPPRESSED, if the guest is not to have it after all
 * </pre>
 *
 * @param draft null: known from the log of events alone, so it was planned by another life of this
 *     ledger and is not planned again
 * @param since hotel time
 * @param reason why it waits or is not sent, if so
 * @param attempts how often the gate has let it through
 * @param refusals how often the provider could not take it
 * @param unknowns how often nobody knew whether it had gone out; null: never
 * @param takenBackAt since when the guest is not to have it, hotel time; null: still to have it
 */
public record LedgerRow(
    Message message,
    @Nullable Draft draft,
    State state,
    Instant since,
    @Nullable String reason,
    int attempts,
    int refusals,
    @Nullable Integer unknowns,
    @Nullable Instant takenBackAt) {

  /** Where a message stands. */
  public enum State {
    PLANNED,
    HELD,
    DISPATCHED,
    RETURNED,
    SENDING,
    DEFERRED,
    SENT,
    FAILED,
    UNKNOWN,
    SUPPRESSED,
    EXPIRED;

    /** Whether the gate may still be asked. */
    public boolean waits() {
      return switch (this) {
        case PLANNED, HELD, RETURNED, DEFERRED, UNKNOWN -> true;
        case DISPATCHED, SENDING, SENT, FAILED, SUPPRESSED, EXPIRED -> false;
      };
    }
  }

  /** Whether a message that is due has to be planned: nothing, or nothing final, is known of it. */
  public static boolean isToPlan(@Nullable LedgerRow known) {
    return known == null
        || (known.draft == null && known.state.waits() && known.state != State.UNKNOWN);
  }

  /** A message that nobody has decided about yet. */
  public static LedgerRow planned(Draft draft, Instant at) {
    return new LedgerRow(draft.message(), draft, State.PLANNED, at, null, 0, 0, null, null);
  }

  public LedgerRow now(State next, Instant at, @Nullable String why) {
    return new LedgerRow(message, draft, next, at, why, attempts, refusals, unknowns, takenBackAt);
  }

  /** The same message with an offer that has come further. */
  public LedgerRow with(Draft as) {
    return new LedgerRow(
        message, as, state, since, reason, attempts, refusals, unknowns, takenBackAt);
  }

  /** The gate lets it through once more. */
  public LedgerRow dispatched(Instant at) {
    return new LedgerRow(
        message, draft, State.DISPATCHED, at, null, attempts + 1, refusals, unknowns, takenBackAt);
  }

  /**
   * What the log says of it. What is older than the row says nothing new: an attempt before the
   * present one, or the gate's own words.
   */
  public LedgerRow after(NotificationEvent event) {
    return switch (event) {
      case Sending e -> attempt(e.attempt(), State.SENDING, e.at(), null);
      case Sent e -> attempt(e.attempt(), State.SENT, e.at(), null);
      case Failed e -> attempt(e.attempt(), State.FAILED, e.at(), e.reason());
      case Unknown e ->
          e.attempt() < attempts
              ? this
              : attempt(e.attempt(), State.UNKNOWN, e.at(), null)
                  .counted(refusals, timesUnknown() + 1);
      case Returned e -> attempt(e.attempt(), State.RETURNED, e.at(), e.reason());
      case Deferred e ->
          e.attempt() < attempts
              ? this
              : attempt(e.attempt(), State.DEFERRED, e.at(), e.reason())
                  .counted(refusals + (e.reason().equals(Again.LEFT_ALONE) ? 0 : 1), unknowns);
      case Held _,
          Planned _,
          Redriven _,
          ExposureDecided _,
          OfferIssued _,
          OfferRedeemed _,
          OfferLapsed _ ->
          this;
      case Suppressed e -> now(State.SUPPRESSED, e.at(), e.reason()); // for good, whoever said so
      case Expired e -> now(State.EXPIRED, e.at(), null);
    };
  }

  /** Whether somebody may have it tried once more; an offer was given back when it failed. */
  public boolean isRedrivable() {
    return (state == State.FAILED || state == State.UNKNOWN)
        && draft != null
        && draft.offer() == null;
  }

  /** Somebody wants it tried once more: the provider's refusals are forgotten. */
  public LedgerRow redriven(Instant at) {
    return new LedgerRow(
        message, draft, State.RETURNED, at, "REDRIVEN", attempts, 0, null, takenBackAt);
  }

  /** A row that is made of what the log says, in a life of the ledger that did not plan it. */
  public static LedgerRow fromLog(NotificationEvent event) {
    return new LedgerRow(event.message(), null, State.PLANNED, event.at(), null, 0, 0, null, null)
        .after(event);
  }

  private LedgerRow attempt(int attempt, State next, Instant at, @Nullable String why) {
    return attempt < attempts
        ? this
        : new LedgerRow(message, draft, next, at, why, attempt, refusals, unknowns, takenBackAt);
  }

  /** The guest is not to have it after all, whatever becomes of the call that is under way. */
  public LedgerRow takenBack(Instant at) {
    return new LedgerRow(message, draft, state, since, reason, attempts, refusals, unknowns, at);
  }

  public boolean isTakenBack() {
    return takenBackAt != null;
  }

  int timesUnknown() {
    return unknowns == null ? 0 : unknowns;
  }

  private LedgerRow counted(int refused, @Nullable Integer unknown) {
    return new LedgerRow(
        message, draft, state, since, reason, attempts, refused, unknown, takenBackAt);
  }
}
