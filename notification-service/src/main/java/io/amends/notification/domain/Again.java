package io.amends.notification.domain;

import io.amends.contracts.notification.Message;
import io.amends.contracts.policy.LastGate;
import io.amends.contracts.policy.LastGate.UnknownOutcome.Repeat;
import java.time.Duration;
import java.time.Instant;

/** What follows when a message did not go out: tried again, and when, or given up. */
public final class Again {

  /** Ours: half a minute, then four times as long each time, up to {@link #LONGEST}. */
  private static final Duration FIRST = Duration.ofSeconds(30);

  private static final Duration LONGEST = Duration.ofHours(2);

  /** Ours: with the waits above about five hours. */
  static final int MOST_REFUSALS = 6;

  /**
   * Ours: so often a person is told once more what may have come already; a message that brings the
   * service down each time is not tried for ever.
   */
  static final int MOST_REPEATS = 3;

  /** Why it waits whose destination does not answer others: nobody asked the provider. */
  public static final String LEFT_ALONE = "DESTINATION_DOWN";

  private Again() {}

  /** What is done. */
  public sealed interface Next {

    /** The gate is asked again at that time. */
    record AskGate(Instant at) implements Next {}

    /** It stays as it is. */
    record Leave() implements Next {}

    /** It has failed for good, and people are to look at it. */
    record GiveUp(String reason) implements Next {}
  }

  public static Next after(LedgerRow row, LastGate policy) {
    if (row.draft() == null) {
      return new Next.Leave(); // another life's message: it is planned first
    }
    return switch (row.state()) {
      case RETURNED -> new Next.AskGate(row.since());
      case DEFERRED -> deferred(row);
      case UNKNOWN -> unknown(row, policy.unknownOutcome());
      case PLANNED, HELD, DISPATCHED, SENDING, SENT, FAILED, SUPPRESSED, EXPIRED ->
          new Next.Leave();
    };
  }

  /** Whoever was only left alone for the failures of others is asked soon, however often. */
  private static Next deferred(LedgerRow row) {
    if (LEFT_ALONE.equals(row.reason())) {
      int early = row.message().purpose().toStaff() ? 1 : 2;
      return new Next.AskGate(row.since().plus(pause(row.message(), early)));
    }
    return row.refusals() > MOST_REFUSALS
        ? new Next.GiveUp("PROVIDER_UNAVAILABLE")
        : new Next.AskGate(row.since().plus(pause(row.message(), row.refusals())));
  }

  /**
   * A guest is rather not told than told twice; staff the other way round, but not without end.
   * Another system drops what it has already.
   */
  private static Next unknown(LedgerRow row, LastGate.UnknownOutcome policy) {
    boolean toSystem = row.message().via() == Message.Via.WEBHOOK;
    Repeat repeat = row.message().purpose().toStaff() ? policy.staff() : policy.guest();
    if (!toSystem && repeat == Repeat.DO_NOT_REPEAT) {
      return new Next.Leave();
    }
    return row.timesUnknown() > (toSystem ? MOST_REFUSALS : MOST_REPEATS)
        ? new Next.GiveUp("OUTCOME_UNKNOWN")
        : new Next.AskGate(row.since().plus(pause(row.message(), row.timesUnknown())));
  }

  /** A fifth more or less, by the message, so that a provider who comes back is not run down. */
  static Duration pause(Message message, int refusals) {
    long millis = FIRST.toMillis() << Math.min(2 * Math.max(0, refusals - 1), 20);
    long bounded = Math.min(millis, LONGEST.toMillis());
    int spread = Math.floorMod(message.messageId().hashCode() * 31 + refusals, 401) - 200;
    return Duration.ofMillis(bounded + bounded * spread / 1000);
  }
}
