package io.amends.notification.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.PropertyId;
import io.amends.contracts.inbound.InteractionKind;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.retention.RiskAlert;
import io.amends.contracts.time.IanaZone;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Gate;
import io.amends.notification.domain.Gate.Verdict;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.LedgerRow.State;
import io.amends.notification.domain.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Gate and ledger of one guest's messages: plans, asks the last gate, hands over to a channel. */
final class GateProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final Map<String, Class<? extends RecoveryEvent>> CASE_EVENTS =
      EventType.under(RecoveryEvent.class);
  private static final Map<String, Class<? extends NotificationEvent>> OWN_EVENTS =
      EventType.under(NotificationEvent.class);
  private static final String INTERACTION = EventType.of(InteractionRecorded.class);
  private static final String PROFILE = EventType.of(GuestReference.class);
  private static final String RISK = EventType.of(RiskAlert.class);

  private final DeadLetters deadLetters = DeadLetters.of(GateTopology.GATE);
  private final CurrentRow<HotelPolicy> policies = PolicyInForce.row();
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private KeyValueStore<String, byte[]> guests;
  private KeyValueStore<String, byte[]> ledger;
  private ReadOnlyKeyValueStore<String, byte[]> propertyTable;
  private ReadOnlyKeyValueStore<String, byte[]> rosterTable;
  private ReadOnlyKeyValueStore<String, byte[]> policyTable;
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
    propertyTable = context.getStateStore(GateTopology.PROPERTIES);
    rosterTable = context.getStateStore(GateTopology.ROSTERS);
    policyTable = context.getStateStore(GateTopology.POLICIES);
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
    Class<? extends RecoveryEvent> caseEvent = CASE_EVENTS.get(event.type());
    if (caseEvent != null) {
      return onCase(guestId, Json.read(record.value(), caseEvent), event.asOrigin());
    }
    Class<? extends NotificationEvent> own = OWN_EVENTS.get(event.type());
    if (own != null) {
      return onOwn(guestId, Json.read(record.value(), own));
    }
    if (event.type().equals(INTERACTION)) {
      return onInteraction(guestId, Json.read(record.value(), InteractionRecorded.class));
    }
    if (event.type().equals(PROFILE)) {
      return onProfile(guestId, record.value());
    }
    if (event.type().equals(RISK)) {
      return onRisk(guestId, Json.read(record.value(), RiskAlert.class), event.asOrigin());
    }
    throw new IllegalArgumentException(
        "ce_type: %s (expected: an event of this topic)".formatted(event.type()));
  }

  private Runnable onCase(String guestId, RecoveryEvent event, Origin origin) {
    Guest guest = guest(guestId);
    return switch (event) {
      case CaseOpened e -> save(guestId, guest.withOpen(e.stamp().caseId(), e.facts()));
      case RecoveryEvent.CaseReopened e ->
          save(guestId, guest.withOpen(e.stamp().caseId(), e.facts()));
      case CaseClosed e ->
          save(guestId, guest.withClosed(e.stamp().caseId(), e.stamp().occurredAt()));
      case StaffAlerted e -> alert(guestId, guest, e, origin);
      case FollowUpDue e -> followUp(guestId, guest, e, origin);
      case RecoveryEvent.OfCare _,
          RecoveryEvent.OfCost _,
          RecoveryEvent.OfRemedies _,
          RecoveryEvent.OfCourse _,
          RecoveryEvent.OfPromises _,
          RecoveryEvent.AlertWithheld _ ->
          () -> {};
    };
  }

  private Runnable alert(String guestId, Guest guest, StaffAlerted alert, Origin origin) {
    CaseFacts facts = guest.openCases().get(alert.stamp().caseId().value());
    PropertyReference property = facts == null ? null : property(facts.place().propertyId());
    RosterReference roster = facts == null ? null : roster(facts.place().propertyId());
    return facts == null || property == null || roster == null
        ? () -> {}
        : plan(guestId, guest, Planner.alert(alert, facts, property, roster), null, origin);
  }

  private Runnable followUp(String guestId, Guest guest, FollowUpDue due, Origin origin) {
    CaseFacts facts = guest.openCases().get(due.stamp().caseId().value());
    PropertyReference property = facts == null ? null : property(facts.place().propertyId());
    return facts == null || property == null
        ? () -> {}
        : plan(
            guestId,
            guest,
            List.of(Planner.followUp(due, facts, property, guest, policy())),
            null,
            origin);
  }

  private Runnable onRisk(String guestId, RiskAlert alert, Origin origin) {
    Guest guest = guest(guestId);
    PropertyId at = alert.propertyId() == null ? guest.lastProperty() : alert.propertyId();
    PropertyReference property = at == null ? null : property(at);
    return property == null
        ? () -> {}
        : plan(
            guestId,
            guest,
            Planner.offer(alert, property, guest, policy()).stream().toList(),
            alert.asOf().plus(Planner.SETTLING),
            origin);
  }

  private Runnable onInteraction(String guestId, InteractionRecorded interaction) {
    var purpose = interaction.purpose();
    var by = interaction.channel();
    var state = interaction.state();
    return interaction.kind() != InteractionKind.CONSENT_CHANGED
            || purpose == null
            || by == null
            || state == null
        ? () -> {}
        : save(guestId, guest(guestId).with(purpose, by, state, interaction.occurredAt()));
  }

  private Runnable onProfile(String guestId, byte @Nullable [] body) {
    if (body == null) {
      return () -> guests.delete(guestId);
    }
    GuestReference profile = Json.read(body, GuestReference.class);
    String zone = profile.zone() == null ? null : profile.zone().id();
    return save(guestId, guest(guestId).withProfile(profile.locale(), zone));
  }

  /** What the sender reports goes into its row; what the ledger said itself is known. */
  private Runnable onOwn(String guestId, NotificationEvent event) {
    String key = guestId + '/' + event.message().messageId();
    LedgerRow row = Stored.read(ledger.get(key), LedgerRow.class);
    if (row == null) {
      return () -> {};
    }
    byte[] after = Stored.write(row.after(event));
    return () -> ledger.put(key, after);
  }

  /**
   * Puts each message into the ledger once and asks the gate, now or at {@code later}.
   *
   * @param later null: now
   */
  private Runnable plan(
      String guestId, Guest guest, List<Draft> drafts, @Nullable Instant later, Origin origin) {
    Instant now = clock.instant();
    List<Runnable> writes = new ArrayList<>();
    for (Draft draft : drafts) {
      String key = guestId + '/' + draft.message().messageId();
      if (ledger.get(key) == null) {
        LedgerRow row = new LedgerRow(draft, State.PLANNED, now, null);
        writes.add(
            event(new NotificationEvent.Planned(draft.message(), now), "planned", now, origin));
        writes.add(
            later == null
                ? release(key, row, guest, now, origin)
                : hold(key, row, later, now, origin));
      }
    }
    return () -> writes.forEach(Runnable::run);
  }

  private Runnable onRelease(Release release, Firing firing) {
    LedgerRow row = Stored.read(ledger.get(release.ledgerKey()), LedgerRow.class);
    if (row == null) {
      return () -> releases.replace(Set.of(release), Set.of(), firing.origin());
    }
    Guest guest = guest(row.draft().message().guestId().value());
    Runnable writes = release(release.ledgerKey(), row, guest, clock.instant(), firing.origin());
    return () -> {
      releases.replace(Set.of(release), Set.of(), firing.origin());
      writes.run();
    };
  }

  private Runnable release(String key, LedgerRow row, Guest guest, Instant now, Origin origin) {
    Draft draft = row.draft();
    Message message = draft.message();
    return switch (Gate.decide(draft, guest, mode(message), zone(draft, guest), now, policy())) {
      case Verdict.Send _ -> dispatch(key, row, now, origin);
      case Verdict.Hold(var until) -> hold(key, row, until, now, origin);
      case Verdict.Suppress(var why) -> end(key, row, State.SUPPRESSED, why.name(), now, origin);
      case Verdict.Expire _ -> end(key, row, State.EXPIRED, "EXPIRED", now, origin);
    };
  }

  private Runnable dispatch(String key, LedgerRow row, Instant now, Origin origin) {
    byte[] stored = Stored.write(row.now(State.DISPATCHED, now, null));
    Message message = row.draft().message();
    EventHeaders headers =
        EventHeaders.following(
            origin,
            message.messageId(),
            GateTopology.SOURCE,
            "amends.notification.dispatch.v1",
            now);
    Record<byte[], byte[]> out =
        new Record<>(
            Keys.bytes(message.guestId().value()), Json.bytes(row.draft()), 0, headers.write());
    return () -> {
      ledger.put(key, stored);
      context().forward(out, "dispatch-email");
    };
  }

  private Runnable hold(String key, LedgerRow row, Instant until, Instant now, Origin origin) {
    byte[] stored = Stored.write(row.now(State.HELD, now, null));
    return () -> {
      ledger.put(key, stored);
      releases.replace(Set.of(), Set.of(new Release(key, until)), origin);
    };
  }

  private Runnable end(
      String key, LedgerRow row, State state, String why, Instant now, Origin origin) {
    byte[] stored = Stored.write(row.now(state, now, why));
    Runnable told =
        event(
            new NotificationEvent.Suppressed(row.draft().message(), now, why),
            "suppressed",
            now,
            origin);
    return () -> {
      ledger.put(key, stored);
      told.run();
    };
  }

  private Runnable event(NotificationEvent event, String step, Instant now, Origin origin) {
    GuestId guest = event.message().guestId();
    EventHeaders headers =
        EventHeaders.following(
            origin,
            event.message().messageId() + "/" + step,
            GateTopology.SOURCE,
            EventType.of(event.getClass()),
            now);
    Record<byte[], byte[]> out =
        new Record<>(Keys.bytes(guest.value()), Json.bytes(event), 0, headers.write());
    return () -> context().forward(out, "events");
  }

  private Runnable save(String guestId, Guest guest) {
    byte[] row = Stored.write(guest);
    return () -> guests.put(guestId, row);
  }

  private Guest guest(String guestId) {
    Guest known = Stored.read(guests.get(guestId), Guest.class);
    return known == null ? Guest.UNKNOWN : known;
  }

  private Mode mode(Message message) {
    PropertyReference property =
        message.propertyId() == null ? null : property(message.propertyId());
    Mode mode = property == null ? null : property.mode();
    return mode == null ? Mode.SHADOW : mode;
  }

  /** Where the guest sleeps: in the house during the stay, else where the profile says. */
  private static IanaZone zone(Draft draft, Guest guest) {
    String zone = guest.zone();
    return zone == null || !guest.openCases().isEmpty()
        ? new IanaZone(draft.zone())
        : new IanaZone(zone);
  }

  private @Nullable PropertyReference property(PropertyId id) {
    byte @Nullable [] row = propertyTable.get(id.value());
    return row == null ? null : Json.read(row, PropertyReference.class);
  }

  private @Nullable RosterReference roster(PropertyId id) {
    byte @Nullable [] row = rosterTable.get(id.value());
    return row == null ? null : Json.read(row, RosterReference.class);
  }

  private HotelPolicy policy() {
    return policies.in(policyTable::get);
  }
}
