package io.amends.notification.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.GuestId;
import io.amends.contracts.Nights;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Origin;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.LedgerRow.State;
import io.amends.notification.domain.Occasion;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of messages and what is known of their guests. Each step is computed first and
 * returned as what is to be written: row, deadline, event, order.
 */
final class Ledger {

  private final ProcessorContext<byte[], byte[]> context;
  private final KeyValueStore<String, byte[]> guests;
  private final KeyValueStore<String, byte[]> ledger;
  private final DurableDeadlines<Release> releases;
  private final Tables tables;
  private final HotelClock clock;
  private final Kin kin;

  Ledger(
      ProcessorContext<byte[], byte[]> context,
      DurableDeadlines<Release> releases,
      Tables tables,
      HotelClock clock,
      Kin kin) {
    this.kin = kin;
    this.context = context;
    this.guests = context.getStateStore(GateTopology.GUESTS);
    this.ledger = context.getStateStore(GateTopology.LEDGER);
    this.releases = releases;
    this.tables = tables;
    this.clock = clock;
  }

  /** The gate lets it through. */
  Runnable dispatch(LedgerRow row, Draft draft, Instant now, Origin origin) {
    LedgerRow dispatched = row.dispatched(now);
    byte[] stored = Stored.write(dispatched);
    var order = Out.order(new Out.Order(draft, dispatched.attempts()), now, origin);
    Message message = row.message();
    String guestId = message.guestId().value();
    Runnable told =
        message.purpose().toGuest()
            ? save(guestId, guest(guestId).withTold(message, now, cost(draft)), origin)
            : () -> {};
    return () -> {
      ledger.put(key(message), stored);
      told.run();
      context.forward(order, GateTopology.orders(message.via()));
    };
  }

  private static @Nullable Nights cost(Draft draft) {
    return draft.offer() == null ? null : draft.offer().cost();
  }

  /** It waits; a new row says so as planned, one that waited before as held. */
  Runnable arm(LedgerRow row, Instant until, Reason why, Origin origin) {
    return arm(row, clock.instant(), until, why, origin);
  }

  /** It waits from {@code now}. */
  Runnable arm(LedgerRow row, Instant now, Instant until, Reason why, Origin origin) {
    boolean isNew = why == Reason.SETTLING;
    LedgerRow waiting = isNew ? row : row.now(State.HELD, now, why.name());
    NotificationEvent event =
        isNew
            ? new NotificationEvent.Planned(row.message(), now)
            : new NotificationEvent.Held(row.message(), now, until, why.name());
    var told = Out.event(event, origin);
    Runnable rearmed = rearm(key(row.message()), waiting, until, origin);
    return () -> {
      rearmed.run();
      context.forward(told, GateTopology.EVENTS);
    };
  }

  /** The gate is asked again at that time. */
  Runnable rearm(String key, LedgerRow row, Instant at, Origin origin) {
    byte[] stored = Stored.write(row);
    int rank = Occasion.rank(row.message().purpose(), tables.policy().lastGate());
    return () -> {
      ledger.put(key, stored);
      releases.replace(Set.of(), Set.of(new Release(rank, key, at)), origin);
    };
  }

  /** The gate is asked again at that time, and not at the other. */
  Runnable rearmInstead(LedgerRow row, Instant of, Instant at, Origin origin) {
    byte[] stored = Stored.write(row);
    String key = key(row.message());
    int rank = Occasion.rank(row.message().purpose(), tables.policy().lastGate());
    return () -> {
      ledger.put(key, stored);
      releases.replace(
          Set.of(new Release(rank, key, of)), Set.of(new Release(rank, key, at)), origin);
    };
  }

  /** Somebody wants it tried once more: the gate is asked at once. */
  Runnable redrive(LedgerRow row, Actor by, Origin origin) {
    Instant now = clock.instant();
    var told = Out.event(new NotificationEvent.Redriven(row.message(), now, by), origin);
    Runnable rearmed = rearm(key(row.message()), row.redriven(now), now, origin);
    return () -> {
      rearmed.run();
      context.forward(told, GateTopology.EVENTS);
    };
  }

  Runnable suppress(LedgerRow row, Reason why, Origin origin) {
    Instant now = clock.instant();
    return end(
        row.now(State.SUPPRESSED, now, why.name()),
        new NotificationEvent.Suppressed(row.message(), now, why.name()),
        origin);
  }

  Runnable fail(LedgerRow row, String why, Origin origin) {
    Instant now = clock.instant();
    return end(
        row.now(State.FAILED, now, why),
        new Failed(row.message(), now, row.attempts(), why),
        origin);
  }

  Runnable expire(LedgerRow row, Origin origin) {
    Instant now = clock.instant();
    return end(
        row.now(State.EXPIRED, now, null),
        new NotificationEvent.Expired(row.message(), now),
        origin);
  }

  private Runnable end(LedgerRow row, NotificationEvent event, Origin origin) {
    byte[] stored = Stored.write(row);
    var told = Out.event(event, origin);
    return () -> {
      ledger.put(key(row.message()), stored);
      context.forward(told, GateTopology.EVENTS);
    };
  }

  /** The row says what the log says. */
  Runnable note(LedgerRow row) {
    byte[] stored = Stored.write(row);
    return () -> ledger.put(key(row.message()), stored);
  }

  /** Kept, and told to the other ids of the same person. */
  Runnable save(String guestId, Guest guest, Origin origin) {
    byte[] stored = Stored.write(guest);
    Runnable told = kin.tell(new GuestId(guestId), guest, origin);
    return () -> {
      guests.put(guestId, stored);
      told.run();
    };
  }

  Runnable forget(String guestId, Origin origin) {
    Runnable told = kin.tell(new GuestId(guestId), Guest.UNKNOWN, origin);
    return () -> {
      guests.delete(guestId);
      told.run();
    };
  }

  @Nullable LedgerRow row(String key) {
    return Stored.read(ledger.get(key), LedgerRow.class);
  }

  /** What is known under this id. */
  Guest guest(String guestId) {
    return Objects.requireNonNullElse(Stored.read(guests.get(guestId), Guest.class), Guest.UNKNOWN);
  }

  static String key(Message message) {
    return message.guestId().value() + '/' + message.messageId();
  }
}
