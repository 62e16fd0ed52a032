package io.amends.notification.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.RemedyTakenBack;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.retention.RetentionAlert;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.security.DerivedCodes;
import io.amends.kit.streams.DeadLetters;
import io.amends.notification.domain.Again;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.Gate.Verdict;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.LetDown;
import io.amends.notification.domain.Planner;
import io.amends.notification.domain.morning.Overnight;
import io.amends.notification.domain.offer.BudgetAsked;
import io.amends.notification.domain.person.Person;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

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
  private static final Map<String, Class<? extends RetentionAlert>> ALERTS =
      EventType.under(RetentionAlert.class);
  private static final Map<String, Class<? extends NotificationEvent>> OWN_EVENTS =
      EventType.under(NotificationEvent.class);
  private static final String INTERACTION = EventType.of(InteractionRecorded.class);
  private static final String TAKEN_BACK = EventType.of(RemedyTakenBack.class);
  private static final String REDRIVE = EventType.of(RedriveAsked.class);
  private static final String PROFILE = EventType.of(GuestReference.class);
  private static final String LINKED = EventType.of(GuestsLinked.class);
  private static final String PERSON = EventType.of(PersonTold.class);

  /** Ours: so long before an alert is worth nothing it is tried once more, whoever is busy. */
  private static final Duration LAST_TRY = Duration.ofMinutes(30);

  private final DeadLetters deadLetters = DeadLetters.of(GateTopology.GATE);
  private final GateMeters meters = new GateMeters(Metrics.globalRegistry);
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private final DerivedCodes codes;
  private final boolean gateway;
  private Kin kin;
  private Ledger ledger;
  private Tables tables;
  private DurableDeadlines<Release> releases;
  private OfferSteps offers;
  private RemedySteps remedies;

  GateProcessor(
      HotelClock clock, DeadlineService deadlineService, DerivedCodes codes, boolean gateway) {
    this.gateway = gateway;
    this.clock = clock;
    this.deadlineService = deadlineService;
    this.codes = codes;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    tables =
        new Tables(
            context.getStateStore(GateTopology.PROPERTIES),
            context.getStateStore(GateTopology.ROSTERS),
            context.getStateStore(GateTopology.POLICIES));
    releases =
        deadlineService.start(
            context, GateTopology.RELEASES, new Release.Format(), this::onRelease);
    kin = new Kin(context, clock);
    ledger = new Ledger(context, releases, tables, clock, kin);
    offers = new OfferSteps(context, ledger, codes, clock);
    remedies = new RemedySteps(context, ledger, tables, clock);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record, EventHeaders.read(record.headers())));
  }

  private Runnable take(Record<byte[], byte[]> record, EventHeaders event) {
    String guestId = Keys.text(record.key());
    Class<? extends NotificationEvent> own = OWN_EVENTS.get(event.type());
    if (own != null) {
      NotificationEvent told = Json.read(record.value(), own);
      return both(onOwn(guestId, told, event.asOrigin()), () -> meters.count(told));
    }
    if (event.type().equals(OfferWire.BUDGET_ANSWERED)) {
      return offers.answered(
          Json.read(record.value(), BudgetAsked.Answered.class), event.asOrigin());
    }
    if (event.type().equals(MorningWire.REPORT)) {
      Heard report =
          Heard.of(Json.read(record.value(), Draft.class), clock.ofAppend(record.timestamp()));
      return plan(guestId, report, event.asOrigin());
    }
    if (event.type().equals(REDRIVE)) {
      return redrive(guestId, Json.read(record.value(), RedriveAsked.class), event.asOrigin());
    }
    if (record.value() == null && event.type().equals(PROFILE)) {
      return ledger.forget(guestId, event.asOrigin());
    }
    GuestId id = new GuestId(guestId);
    Guest known = ledger.guest(guestId);
    Origin origin = event.asOrigin();
    if (event.type().equals(LINKED)) {
      return kin.linked(id, Json.read(record.value(), GuestsLinked.class), known, origin);
    }
    Person person = kin.of(guestId);
    if (event.type().equals(PERSON)) {
      PersonTold told = Json.read(record.value(), PersonTold.class);
      Person after = person.hearing(person.news(id, told.known()), told.since());
      return both(
          kin.heard(id, told, known, origin),
          expected(id, person.asOne(known), after.asOne(known), origin));
    }
    Heard heard = heard(record.value(), event, known, person);
    Guest after = heard.guest();
    Runnable save = after.equals(known) ? () -> {} : ledger.save(guestId, after, origin);
    return both(
        both(save, both(plan(guestId, heard, origin), takenBack(record, event, known))),
        expected(id, person.asOne(known), person.asOne(after), origin));
  }

  private Runnable takenBack(Record<byte[], byte[]> record, EventHeaders event, Guest guest) {
    return event.type().equals(TAKEN_BACK)
        ? remedies.takenBack(
            Json.read(record.value(), RemedyTakenBack.class), guest, event.asOrigin())
        : () -> {};
  }

  private Runnable redrive(String guestId, RedriveAsked asked, Origin origin) {
    LedgerRow row = ledger.row(guestId + '/' + asked.messageId());
    return row != null && row.isRedrivable() && asked.concerns(row.message())
        ? ledger.redrive(row, asked.by(), origin)
        : () -> {}; // it went meanwhile, or it is none of theirs
  }

  /** Hotels hear whom they expect who was let down the last time. */
  private Runnable expected(GuestId guest, Guest before, Guest after, Origin origin) {
    if (after.bookings().isEmpty() && before.bookings().isEmpty()) {
      return () -> {};
    }
    Instant now = clock.instant();
    List<Record<byte[], byte[]>> told =
        LetDown.changes(
                guest,
                before,
                after,
                now,
                tables.policy().escalation().arrivalAlert().guestsLetDownWithin())
            .stream()
            .map(arrival -> MorningWire.of(arrival, origin, now))
            .toList();
    return () -> told.forEach(one -> context().forward(one, GateTopology.HOTEL_ARRIVALS));
  }

  private Heard heard(byte[] body, EventHeaders event, Guest guest, Person person) {
    Class<? extends RecoveryEvent> caseEvent = CASE_EVENTS.get(event.type());
    if (caseEvent != null) {
      return Heard.of(Json.read(body, caseEvent), guest, tables, gateway);
    }
    if (event.type().equals(INTERACTION)) {
      return Heard.of(Json.read(body, InteractionRecorded.class), guest, tables);
    }
    if (event.type().equals(PROFILE)) {
      return Heard.of(Json.read(body, GuestReference.class), guest);
    }
    Class<? extends RetentionAlert> alert = ALERTS.get(event.type());
    if (alert != null) {
      return Heard.of(Json.read(body, alert), guest, person.asOne(guest), tables);
    }
    throw new IllegalArgumentException(
        "ce_type: %s (expected: an event of this topic)".formatted(event.type()));
  }

  /** Puts each message into the ledger once; a deadline asks the gate. */
  private Runnable plan(String guestId, Heard heard, Origin origin) {
    List<Runnable> writes = new ArrayList<>();
    for (Heard.Due due : heard.due()) {
      planned(guestId, due.draft())
          .ifPresent(row -> writes.add(ledger.arm(row, firstLook(due), Reason.SETTLING, origin)));
    }
    for (Heard.Withheld withheld : heard.withheld()) {
      planned(guestId, withheld.draft())
          .ifPresent(row -> writes.add(ledger.suppress(row, withheld.why(), origin)));
    }
    for (Overnight one : heard.overnight()) {
      var told = MorningWire.of(one, origin, clock.instant());
      writes.add(() -> context().forward(told, GateTopology.HOTEL_ARRIVALS));
    }
    return () -> writes.forEach(Runnable::run);
  }

  private Optional<LedgerRow> planned(String guestId, Draft draft) {
    LedgerRow known = ledger.row(guestId + '/' + draft.message().messageId());
    return LedgerRow.isToPlan(known)
        ? Optional.of(LedgerRow.planned(draft, clock.instant()))
        : Optional.empty();
  }

  private Instant firstLook(Heard.Due due) {
    Message message = due.draft().message();
    Instant first = Planner.firstLook(message.purpose(), due.since(), tables.policy());
    return message.purpose().toGuest()
        ? first.plus(kin.of(message.guestId().value()).turn(message.guestId()))
        : first;
  }

  /** The log says what became of a message; from there it may have to be decided again. */
  private Runnable onOwn(String guestId, NotificationEvent event, Origin origin) {
    String key = guestId + '/' + event.message().messageId();
    LedgerRow known = ledger.row(key);
    LedgerRow after = known == null ? LedgerRow.fromLog(event) : known.after(event);
    if (after.equals(known)) {
      return () -> {};
    }
    Runnable counted = uncount(guestId, after, origin);
    return switch (Again.after(after, tables.policy().lastGate())) {
      case Again.Next.Leave _ ->
          both(ledger.note(after), both(counted, over(after, event, origin)));
      case Again.Next.AskGate(Instant at) ->
          both(ledger.rearm(key, after, notBefore(event, at), origin), counted);
      case Again.Next.GiveUp(String why) ->
          both(ledger.fail(after, why, origin), both(counted, offers.ended(after, origin)));
    };
  }

  /**
   * A provider that has said when it wants to be asked again is not asked before; staff are not
   * kept waiting until nobody needs their alert.
   */
  private static Instant notBefore(NotificationEvent event, Instant at) {
    Instant said =
        event instanceof NotificationEvent.Deferred deferred ? deferred.notBefore() : null;
    if (said == null || !said.isAfter(at)) {
      return at;
    }
    Instant latest = event.message().validUntil().minus(LAST_TRY);
    return said.isBefore(latest) || !event.message().purpose().toStaff()
        ? said
        : latest.isAfter(at) ? latest : at;
  }

  /** What an offer has to tell or to give back, now that its message has arrived or failed. */
  private Runnable over(LedgerRow row, NotificationEvent event, Origin origin) {
    return switch (event) {
      case NotificationEvent.Sent sent ->
          both(offers.sent(row, sent.at(), origin), remedies.sent(sent, origin));
      case NotificationEvent.Failed _ -> offers.ended(row, origin);
      default -> () -> {};
    };
  }

  /** What did not reach the guest counts against no cap. */
  private Runnable uncount(String guestId, LedgerRow row, Origin origin) {
    boolean notTold =
        switch (row.state()) {
          case RETURNED, DEFERRED, FAILED, SUPPRESSED, EXPIRED -> true;
          case PLANNED, HELD, DISPATCHED, SENDING, SENT, UNKNOWN -> false;
        };
    if (!notTold || !row.message().purpose().toGuest()) {
      return () -> {};
    }
    Guest known = ledger.guest(guestId);
    Guest after = known.withoutTold(row.message().messageId());
    return after.equals(known) ? () -> {} : ledger.save(guestId, after, origin);
  }

  private Runnable onRelease(Release release, Firing firing) {
    LedgerRow row = ledger.row(release.ledgerKey());
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
    String guestId = message.guestId().value();
    Person person = kin.of(guestId);
    Guest guest = person.asOne(ledger.guest(guestId));
    Verdict verdict =
        row.isTakenBack()
            ? new Verdict.Suppress(Reason.TAKEN_BACK)
            : tables.decide(message, draft, person, guest, now);
    return switch (verdict) {
      case Verdict.Send _ when draft.offer() != null ->
          offers.send(row, draft, draft.offer(), guest, tables.policy().offers(), origin);
      case Verdict.Send _ -> ledger.dispatch(row, draft, now, origin);
      case Verdict.Hold(Instant until, Reason why) ->
          ledger.arm(row, until.plus(person.turn(message.guestId())), why, origin);
      case Verdict.Suppress(Reason why) ->
          both(
              both(ledger.suppress(row, why, origin), offers.ended(row, origin)),
              why == Reason.CONTROL_GROUP
                  ? offers.withheld(message, tables.policy().offers(), origin)
                  : () -> {});
      case Verdict.Expire _ -> both(ledger.expire(row, origin), offers.ended(row, origin));
    };
  }

  private static Runnable both(Runnable one, Runnable other) {
    return () -> {
      one.run();
      other.run();
    };
  }
}
