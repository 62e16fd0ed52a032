package io.amends.notification.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Failed;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.retention.RiskAlert;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.notification.domain.Again;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Gate;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.Gate.Verdict;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.LedgerRow.State;
import io.amends.notification.domain.Occasion;
import io.amends.notification.domain.Planner;
import io.amends.notification.domain.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Gate and ledger of one guest's messages.
 *
 * <p>What is due is planned at once and decided by a deadline, even if it is due now: a deadline is
 * only told when the task has read all that stood in its inputs, so nothing is sent against a
 * consent, a closing or an earlier sending that the log holds already, on a replay neither.
 */
final class GateProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final Map<String, Class<? extends RecoveryEvent>> CASE_EVENTS =
      EventType.under(RecoveryEvent.class);
  private static final Map<String, Class<? extends NotificationEvent>> OWN_EVENTS =
      EventType.under(NotificationEvent.class);
  private static final String INTERACTION = EventType.of(InteractionRecorded.class);
  private static final String PROFILE = EventType.of(GuestReference.class);
  private static final String RISK = EventType.of(RiskAlert.class);

  private final DeadLetters deadLetters = DeadLetters.of(GateTopology.GATE);
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private KeyValueStore<String, byte[]> guests;
  private KeyValueStore<String, byte[]> ledger;
  private Tables tables;
  private DurableDeadlines<Release> releases;

  GateProcessor(HotelClock clock, DeadlineService deadlineService) {
    this.clock = clock;
    this.deadlineService = deadlineService;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    guests = context.getStateStore(GateTopology.GUESTS);
    ledger = context.getStateStore(GateTopology.LEDGER);
    tables =
        new Tables(
            context.getStateStore(GateTopology.PROPERTIES),
            context.getStateStore(GateTopology.ROSTERS),
            context.getStateStore(GateTopology.POLICIES));
    releases =
        deadlineService.start(
            context, GateTopology.RELEASES, new Release.Format(), this::onRelease);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Runnable writes;
    try {
      EventHeaders event = EventHeaders.read(record.headers());
      writes = take(record, event);
    } catch (KafkaException failure) {
      throw failure; // a store or the client failed, not the record
    } catch (RuntimeException failure) { // nothing was written yet
      writes = () -> deadLetters.forward(context(), record, failure);
    }
    writes.run();
  }

  private Runnable take(Record<byte[], byte[]> record, EventHeaders event) {
    String guestId = Keys.text(record.key());
    Class<? extends NotificationEvent> own = OWN_EVENTS.get(event.type());
    if (own != null) {
      return onOwn(guestId, Json.read(record.value(), own), event.asOrigin());
    }
    if (record.value() == null && event.type().equals(PROFILE)) {
      return () -> guests.delete(guestId);
    }
    Guest known = guest(guestId);
    Heard heard = heard(record.value(), event, known);
    byte @Nullable [] row = heard.guest().equals(known) ? null : Stored.write(heard.guest());
    Runnable plan = plan(guestId, heard, event.asOrigin());
    return () -> {
      if (row != null) {
        guests.put(guestId, row);
      }
      plan.run();
    };
  }

  private Heard heard(byte[] body, EventHeaders event, Guest guest) {
    Class<? extends RecoveryEvent> caseEvent = CASE_EVENTS.get(event.type());
    if (caseEvent != null) {
      return Heard.of(Json.read(body, caseEvent), guest, tables);
    }
    if (event.type().equals(INTERACTION)) {
      return Heard.of(Json.read(body, InteractionRecorded.class), guest);
    }
    if (event.type().equals(PROFILE)) {
      return Heard.of(Json.read(body, GuestReference.class), guest);
    }
    if (event.type().equals(RISK)) {
      return Heard.of(Json.read(body, RiskAlert.class), guest, tables);
    }
    throw new IllegalArgumentException(
        "ce_type: %s (expected: an event of this topic)".formatted(event.type()));
  }

  /** Puts each message into the ledger once; a deadline asks the gate. */
  private Runnable plan(String guestId, Heard heard, Origin origin) {
    List<Runnable> writes = new ArrayList<>();
    for (Heard.Due due : heard.due()) {
      planned(guestId, due.draft())
          .ifPresent(row -> writes.add(arm(row, firstLook(due), Reason.SETTLING, origin)));
    }
    for (Draft nobody : heard.unreachable()) {
      planned(guestId, nobody)
          .ifPresent(row -> writes.add(suppress(row, Reason.NOBODY_CONFIGURED, origin)));
    }
    return () -> writes.forEach(Runnable::run);
  }

  private java.util.Optional<LedgerRow> planned(String guestId, Draft draft) {
    LedgerRow known = row(guestId + '/' + draft.message().messageId());
    return LedgerRow.isToPlan(known)
        ? java.util.Optional.of(LedgerRow.planned(draft, clock.instant()))
        : java.util.Optional.empty();
  }

  private Instant firstLook(Heard.Due due) {
    return Planner.firstLook(due.draft().message().purpose(), due.since(), tables.policy());
  }

  /** The log says what became of a message; from there it may have to be decided again. */
  private Runnable onOwn(String guestId, NotificationEvent event, Origin origin) {
    String key = guestId + '/' + event.message().messageId();
    LedgerRow known = row(key);
    LedgerRow after = known == null ? LedgerRow.fromLog(event) : known.after(event);
    if (after.equals(known)) {
      return () -> {};
    }
    Runnable counted = uncount(guestId, after);
    return switch (Again.after(after, tables.policy().lastGate())) {
      case Again.Next.Leave _ -> both(() -> ledger.put(key, Stored.write(after)), counted);
      case Again.Next.AskGate(Instant at) -> both(rearm(key, after, at, origin), counted);
      case Again.Next.GiveUp(String why) -> both(fail(after, why, origin), counted);
    };
  }

  /** What did not reach the guest counts against no cap. */
  private Runnable uncount(String guestId, LedgerRow row) {
    boolean notTold =
        switch (row.state()) {
          case RETURNED, DEFERRED, FAILED, SUPPRESSED, EXPIRED -> true;
          case PLANNED, HELD, DISPATCHED, SENDING, SENT, UNKNOWN -> false;
        };
    if (!notTold || row.message().purpose().toStaff()) {
      return () -> {};
    }
    byte[] guest = Stored.write(guest(guestId).withoutTold(row.message().messageId()));
    return () -> guests.put(guestId, guest);
  }

  private Runnable onRelease(Release release, Firing firing) {
    LedgerRow row = row(release.ledgerKey());
    Runnable writes =
        row == null || !row.state().waits() || row.draft() == null
            ? () -> {} // what became of it meanwhile stands
            : decide(row, row.draft(), firing.origin());
    return () -> {
      releases.replace(Set.of(release), Set.of(), firing.origin());
      writes.run();
    };
  }

  private Runnable decide(LedgerRow row, Draft draft, Origin origin) {
    Message message = row.message();
    Instant now = clock.instant();
    Guest guest = guest(message.guestId().value());
    Verdict verdict =
        Gate.decide(
            draft,
            guest,
            tables.mode(message),
            Whereabouts.zone(draft, guest, now),
            now,
            tables.policy());
    return switch (verdict) {
      case Verdict.Send _ -> dispatch(row, draft, guest, now, origin);
      case Verdict.Hold(Instant until, Reason why) -> arm(row, until, why, origin);
      case Verdict.Suppress(Reason why) -> suppress(row, why, origin);
      case Verdict.Expire _ ->
          end(
              row.now(State.EXPIRED, now, null),
              new NotificationEvent.Expired(message, now),
              origin);
    };
  }

  private Runnable dispatch(LedgerRow row, Draft draft, Guest guest, Instant now, Origin origin) {
    LedgerRow dispatched = row.dispatched(now);
    byte[] stored = Stored.write(dispatched);
    var order = Out.order(new Out.Order(draft, dispatched.attempts()), now, origin);
    Message message = row.message();
    byte @Nullable [] told =
        message.purpose().toStaff() ? null : Stored.write(guest.withTold(message, now));
    return () -> {
      ledger.put(key(message), stored);
      if (told != null) {
        guests.put(message.guestId().value(), told);
      }
      context().forward(order, GateTopology.ORDERS);
    };
  }

  /** It waits; a new row says so as planned, one that waited before as held. */
  private Runnable arm(LedgerRow row, Instant until, Reason why, Origin origin) {
    Instant now = clock.instant();
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
      context().forward(told, GateTopology.EVENTS);
    };
  }

  private Runnable rearm(String key, LedgerRow row, Instant at, Origin origin) {
    byte[] stored = Stored.write(row);
    int rank = Occasion.rank(row.message().purpose(), tables.policy().lastGate());
    return () -> {
      ledger.put(key, stored);
      releases.replace(Set.of(), Set.of(new Release(rank, key, at)), origin);
    };
  }

  private Runnable suppress(LedgerRow row, Reason why, Origin origin) {
    Instant now = clock.instant();
    return end(
        row.now(State.SUPPRESSED, now, why.name()),
        new NotificationEvent.Suppressed(row.message(), now, why.name()),
        origin);
  }

  private Runnable fail(LedgerRow row, String why, Origin origin) {
    Instant now = clock.instant();
    return end(
        row.now(State.FAILED, now, why),
        new Failed(row.message(), now, row.attempts(), why),
        origin);
  }

  private Runnable end(LedgerRow row, NotificationEvent event, Origin origin) {
    byte[] stored = Stored.write(row);
    var told = Out.event(event, origin);
    return () -> {
      ledger.put(key(row.message()), stored);
      context().forward(told, GateTopology.EVENTS);
    };
  }

  private @Nullable LedgerRow row(String key) {
    return Stored.read(ledger.get(key), LedgerRow.class);
  }

  private Guest guest(String guestId) {
    return Objects.requireNonNullElse(Stored.read(guests.get(guestId), Guest.class), Guest.UNKNOWN);
  }

  private static String key(Message message) {
    return message.guestId().value() + '/' + message.messageId();
  }

  private static Runnable both(Runnable one, Runnable other) {
    return () -> {
      one.run();
      other.run();
    };
  }
}
