package io.amends.scorer.stream;

import io.amends.contracts.GuestId;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.scorer.domain.watch.GuestWatch.Watched;
import io.amends.scorer.domain.watch.Heard;
import io.amends.scorer.domain.watch.Telling;
import io.amends.scorer.domain.watch.WatchFormat;
import io.amends.scorer.domain.watch.WatchedGuest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Carries what is heard of guests to the rules of risk, and what is worth telling to the log.
 *
 * <p>Under {@code exactly_once_v2} the guest, the wake-up, scores, alerts and the consumed offset
 * commit together.
 */
final class RiskProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  static final String NAME = "risk";
  static final String GUESTS = "watched-guests";
  static final String WAKE_UPS = "wake-ups";
  static final String POLICIES = "policies";

  private final RecordReader reader = new RecordReader();
  private final RiskWire wire = new RiskWire();
  private final DeadLetters deadLetters = DeadLetters.of(NAME);
  private final CurrentRow<PolicyInForce> policies = PolicyInForce.row();
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private final RiskMeters meters;
  private KeyValueStore<String, byte[]> guests;
  private ReadOnlyKeyValueStore<String, byte[]> policyTable;
  private DurableDeadlines<WakeUp> wakeUps;

  RiskProcessor(HotelClock clock, DeadlineService deadlineService, RiskMeters meters) {
    this.clock = clock;
    this.deadlineService = deadlineService;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    guests = context.getStateStore(GUESTS);
    policyTable = context.getStateStore(POLICIES);
    wakeUps = deadlineService.start(context, WAKE_UPS, new WakeUp.Format(), this::onWakeUp);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record));
  }

  private Runnable take(Record<byte[], byte[]> record) {
    EventHeaders headers = EventHeaders.read(record.headers());
    Heard heard = reader.read(record, headers);
    return heard.equals(Heard.NOTHING)
        ? () -> {}
        : hear(
            new GuestId(Keys.text(record.key())),
            heard,
            clock.ofAppend(record.timestamp()),
            headers.asOrigin());
  }

  private Runnable hear(GuestId guest, Heard heard, Instant now, Origin origin) {
    PolicyInForce policy = policies.in(policyTable::get);
    WatchedGuest before = WatchFormat.read(guests.get(guest.value()));
    return writes(guest, before, policy.watch().hear(before, heard, now, policy.model()), origin);
  }

  private Runnable onWakeUp(WakeUp wakeUp, Firing firing) {
    PolicyInForce policy = policies.in(policyTable::get);
    GuestId guest = wakeUp.guestId();
    WatchedGuest before = WatchFormat.read(guests.get(guest.value()));
    return writes(
        guest,
        before,
        policy.watch().wake(before, wakeUp.dueAt(), policy.model()),
        firing.origin());
  }

  /** Makes bytes of the answer; what it returns does all the writing. */
  private Runnable writes(GuestId guest, WatchedGuest before, Watched watched, Origin origin) {
    byte[] stored = WatchFormat.write(watched.after());
    Optional<Telling> told = watched.telling();
    Optional<Record<byte[], byte[]>> score = told.map(t -> wire.score(guest, t, origin));
    Optional<Record<byte[], byte[]>> alert =
        told.filter(Telling::alert)
            .map(t -> wire.alert(guest, t, watched.after().lastFailure(), origin));
    return () -> {
      guests.put(guest.value(), stored);
      wakeUps.replace(
          wakeUp(guest, before.wakeAt()), wakeUp(guest, watched.after().wakeAt()), origin);
      score.ifPresent(record -> context().forward(record, "scores"));
      alert.ifPresent(record -> context().forward(record, "alerts"));
      meters.count(watched);
    };
  }

  private static Set<WakeUp> wakeUp(GuestId guest, @Nullable Instant at) {
    return at == null ? Set.of() : Set.of(new WakeUp(guest, at));
  }
}
