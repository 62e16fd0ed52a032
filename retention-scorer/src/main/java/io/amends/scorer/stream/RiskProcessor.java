package io.amends.scorer.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.scorer.domain.watch.GuestWatch.Watched;
import io.amends.scorer.domain.watch.Heard;
import io.amends.scorer.domain.watch.WatchFormat;
import io.amends.scorer.domain.watch.WatchedGuest;
import io.amends.scorer.stream.FitSchedule.FitSettings;
import io.amends.scorer.stream.InForce.Rules;
import java.time.Instant;
import java.util.List;
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
  static final String MODELS = "models";
  static final String RATES = "rates";

  private static final String LINKED = EventType.of(GuestsLinked.class);
  private static final String HANDED_OVER = EventType.of(HandedOver.class);

  private final RecordReader reader = new RecordReader();
  private final RiskWire wire = new RiskWire();
  private final DeadLetters deadLetters = DeadLetters.of(NAME);
  private final InForce inForce = new InForce();
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private final RiskMeters meters;
  private final RiskSettings settings;
  private final Fitter fitter;
  private KeyValueStore<String, byte[]> guests;
  private ReadOnlyKeyValueStore<String, byte[]> policyTable;
  private ReadOnlyKeyValueStore<String, byte[]> modelTable;
  private Rates rates;
  private DurableDeadlines<WakeUp> wakeUps;

  RiskProcessor(
      HotelClock clock,
      DeadlineService deadlineService,
      RiskMeters meters,
      RiskSettings settings,
      Fitter fitter) {
    this.clock = clock;
    this.deadlineService = deadlineService;
    this.meters = meters;
    this.settings = settings;
    this.fitter = fitter;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    guests = context.getStateStore(GUESTS);
    policyTable = context.getStateStore(POLICIES);
    modelTable = context.getStateStore(MODELS);
    rates = new Rates(context.getStateStore(RATES));
    wakeUps = deadlineService.start(context, WAKE_UPS, new WakeUp.Format(), this::onWakeUp);
    FitSchedule.begin(
        context,
        clock,
        deadlineService,
        new FitSettings(settings.fitEvery(), fitter),
        this::rules,
        modelTable::get);
    Rescoring.begin(
        context,
        guests,
        settings.rescoredPerSecond(),
        () -> rules().model().version(),
        this::rescore);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (record.value() != null) { // a guest of whom no master record is kept any more
      deadLetters.process(context(), record, () -> take(record));
    }
  }

  private Runnable take(Record<byte[], byte[]> record) {
    EventHeaders headers = EventHeaders.read(record.headers());
    GuestId guest = new GuestId(Keys.text(record.key()));
    Instant now = clock.ofAppend(record.timestamp());
    if (headers.type().equals(LINKED)) {
      return link(guest, Json.read(record.value(), GuestsLinked.class), headers.asOrigin(), now);
    }
    GuestId to = WatchFormat.movedTo(guests.get(guest.value()));
    Record<byte[], byte[]> on = to == null ? null : HandOver.on(record, to);
    if (on != null) {
      return () -> context().forward(on, HandOver.SINK);
    }
    if (headers.type().equals(HANDED_OVER)) {
      WatchedGuest other = Json.read(record.value(), HandedOver.class).guest();
      WatchedGuest before = watched(guest);
      Rules rules = rules();
      return writes(
          guest, before, rules.watch().join(before, other, now, rules.model()), headers.asOrigin());
    }
    Heard heard = rates.applied(reader.read(record.value(), headers));
    return heard.isNothing() ? () -> {} : hear(guest, heard, now, headers.asOrigin());
  }

  /** The id that was hands over what is kept of it, once; from then on all of it goes on. */
  private Runnable link(GuestId guest, GuestsLinked linked, Origin origin, Instant now) {
    byte[] row = guests.get(guest.value());
    if (!linked.from().equals(guest) || WatchFormat.movedTo(row) != null) {
      return () -> {};
    }
    WatchedGuest before = WatchFormat.read(row);
    Record<byte[], byte[]> history =
        row == null ? null : HandOver.of(guest, linked.to(), row, origin, now);
    return () -> {
      guests.put(guest.value(), WatchFormat.moved(linked.to()));
      wakeUps.replace(wakeUp(guest, before.wakeAt()), Set.of(), origin);
      if (history != null) {
        context().forward(history, HandOver.SINK);
        context().forward(HandOver.noScore(guest), "scores");
      }
    };
  }

  /** What is kept of a guest; of an id that was joined to another nothing. */
  private WatchedGuest watched(GuestId guest) {
    byte[] row = guests.get(guest.value());
    return WatchFormat.movedTo(row) == null ? WatchFormat.read(row) : WatchedGuest.NEW;
  }

  private Runnable hear(GuestId guest, Heard heard, Instant now, Origin origin) {
    Rules rules = rules();
    WatchedGuest before = watched(guest);
    return writes(guest, before, rules.watch().hear(before, heard, now, rules.model()), origin);
  }

  private Runnable onWakeUp(WakeUp wakeUp, Firing firing) {
    Rules rules = rules();
    GuestId guest = wakeUp.guestId();
    WatchedGuest before = watched(guest);
    return writes(
        guest, before, rules.watch().wake(before, wakeUp.dueAt(), rules.model()), firing.origin());
  }

  private void rescore(String guest, WatchedGuest before) {
    Rules rules = rules();
    String cause = "model-" + rules.model().version();
    Origin origin = new Origin(cause, cause, null);
    Watched watched = rules.watch().rescore(before, clock.instant(), rules.model());
    writes(new GuestId(guest), before, watched, origin).run();
  }

  private Rules rules() {
    return inForce.in(policyTable::get, modelTable::get);
  }

  /** Makes bytes of the answer; what it returns does all the writing. */
  private Runnable writes(GuestId guest, WatchedGuest before, Watched watched, Origin origin) {
    byte[] stored = WatchFormat.write(watched.after());
    Record<byte[], byte[]> score =
        watched.telling().map(told -> wire.score(guest, told, origin)).orElse(null);
    List<Record<byte[], byte[]>> alerts = wire.alerts(guest, watched, origin);
    return () -> {
      guests.put(guest.value(), stored);
      wakeUps.replace(
          wakeUp(guest, before.wakeAt()), wakeUp(guest, watched.after().wakeAt()), origin);
      if (score != null) {
        context().forward(score, "scores");
      }
      alerts.forEach(record -> context().forward(record, "alerts"));
      meters.count(watched);
    };
  }

  private static Set<WakeUp> wakeUp(GuestId guest, @Nullable Instant at) {
    return at == null ? Set.of() : Set.of(new WakeUp(guest, at));
  }
}
