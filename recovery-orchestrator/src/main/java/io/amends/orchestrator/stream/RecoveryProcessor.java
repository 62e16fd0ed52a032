package io.amends.orchestrator.stream;

import io.amends.contracts.CaseRef;
import io.amends.contracts.GuestId;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.ExpiringKeys;
import io.amends.kit.streams.RowsUnder;
import io.amends.orchestrator.domain.Course;
import io.amends.orchestrator.domain.Deadline;
import io.amends.orchestrator.domain.Holds;
import io.amends.orchestrator.domain.RecoveryCase;
import io.amends.orchestrator.domain.RecoveryCommand;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import io.amends.orchestrator.domain.RecoveryRules;
import io.amends.orchestrator.domain.RecoveryRules.Answer;
import io.amends.orchestrator.domain.Snapshots;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Carries what is asked to {@link RecoveryRules} and what follows to the log.
 *
 * <p>No rule of the business lives here. Under {@code exactly_once_v2} the case, its deadlines, the
 * events, the outcome and the consumed offset commit together.
 */
final class RecoveryProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  static final String CASES = "recovery-cases";
  static final String DEADLINES = "recovery-deadlines";
  static final String VALUES = "recovery-values";
  static final String POLICIES = "policies";
  static final String ROSTERS = "rosters";
  static final String PROPERTIES = "properties";
  static final String PINNED = "pinned-policies";
  static final String GUEST_TIERS = "guest-tiers";
  static final String GIVEN = "given-to-guests";

  private final DeadLetters deadLetters = DeadLetters.of("recovery");
  private final RecoveryWire wire = new RecoveryWire();
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private final RecoveryMeters meters;
  private KeyValueStore<String, byte[]> cases;
  private PoliciesInForce policies;
  private KeyValueStore<String, byte[]> values;
  private GuestTiers tiers;
  private PinnedPolicies pinned;
  private GivenBefore given;
  private CaseFormat format;
  private RecoveryRules rules;
  private DurableDeadlines<Deadline> deadlines;

  RecoveryProcessor(HotelClock clock, DeadlineService deadlineService, RecoveryMeters meters) {
    this.clock = clock;
    this.deadlineService = deadlineService;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    cases = context.getStateStore(CASES);
    values = context.getStateStore(VALUES);
    ReadOnlyKeyValueStore<String, byte[]> policyTable = context.getStateStore(POLICIES);
    policies = new PoliciesInForce(policyTable::get);
    tiers = new GuestTiers(context.getStateStore(GUEST_TIERS));
    KeyValueStore<String, byte[]> rows = context.getStateStore(PINNED);
    pinned = PinnedPolicies.in(rows::get, rows::put);
    format = new CaseFormat(pinned);
    given =
        new GivenBefore(
            new ExpiringKeys(
                context, GIVEN, GivenBefore.KEPT, () -> clock.instant().toEpochMilli()));
    ReadOnlyKeyValueStore<String, byte[]> rosters = context.getStateStore(ROSTERS);
    rules = new RecoveryRules(new RosterTable(rosters::get), policies);
    deadlines = deadlineService.start(context, DEADLINES, new DeadlineFormat(), this::onDeadline);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record));
  }

  private Runnable take(Record<byte[], byte[]> record) {
    if (record.value() == null && isRisk()) {
      return () -> values.delete(Keys.text(record.key()));
    }
    EventHeaders headers = EventHeaders.read(record.headers());
    if (GuestTiers.isAbout(headers)) {
      return tiers.learn(Keys.text(record.key()), record.value());
    }
    if (GuestValues.isAbout(headers)) {
      return GuestValues.learn(
          values, record.value(), hasCase(new GuestId(Keys.text(record.key()))));
    }
    Instant at = clock.ofAppend(record.timestamp());
    List<Runnable> works =
        wire
            .commands(record, headers, at, known())
            .stream() // each of another case, so none sees what another has not written yet
            .map(command -> work(given.known(command), headers.asOrigin(), at))
            .toList();
    return () -> works.forEach(Runnable::run);
  }

  private RecoveryWire.Known known() {
    return new RecoveryWire.Known(policies, this::casesOf, tiers::of);
  }

  private boolean isRisk() {
    return context()
        .recordMetadata()
        .map(at -> at.topic().endsWith(Topics.RISK_SCORES.name()))
        .orElse(false);
  }

  private List<CaseSnapshot> casesOf(GuestId guest) {
    return RowsUnder.prefix(cases, CaseKeys.allOf(guest), format::find).stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean hasCase(GuestId guest) {
    try (var rows = cases.prefixScan(CaseKeys.allOf(guest), Serdes.String().serializer())) {
      return rows.hasNext();
    }
  }

  private Runnable onDeadline(Deadline deadline, Firing firing) {
    return work(
        new DeadlineReached(deadline, firing.readUpTo()), firing.origin(), deadline.dueAt());
  }

  /** Reads, asks the rules and makes bytes of the answer. What it returns does all the writing. */
  private Runnable work(RecoveryCommand command, Origin origin, Instant at) {
    CaseRef of = command.asked().of();
    String key = CaseKeys.of(of);
    RecoveryCase before = format.read(cases.get(key));
    Answer answer = rules.answer(before, command);
    List<Record<byte[], byte[]>> outcome = wire.outcomes(command, before, answer, origin, at);
    if (answer.after().equals(before)) {
      return () -> outcome.forEach(record -> context().forward(record, "outcomes"));
    }
    if (answer.after().of() == null) {
      return forget(before, of, wire.forgotten(of, origin, at), origin);
    }
    if (answer.after().course() instanceof Course.Merged(var was, var into, var since)
        && was == null) {
      return lead(before, answer, format.write(of, into, since), key, origin);
    }
    CaseSnapshot snapshot = Snapshots.of(answer.after());
    byte[] stored = format.write(snapshot);
    List<Record<byte[], byte[]>> events = wire.events(answer, origin);
    Record<byte[], byte[]> published =
        wire.snapshot(snapshot, format.published(stored, snapshot.policy()), origin, at);
    List<Record<byte[], byte[]>> joins = wire.joins(before, answer, origin);
    List<Record<byte[], byte[]>> sightings = wire.sightings(answer, origin);
    List<Record<byte[], byte[]>> budgets =
        Holds.changes(before, answer.after()).stream()
            .map(message -> BudgetWire.asked(message, origin, at))
            .toList();
    Runnable learnt = given.learn(of, answer.events(), at);
    return () -> {
      pinned.save();
      learnt.run();
      cases.put(key, stored);
      deadlines.replace(before.deadlines(), answer.after().deadlines(), origin);
      events.forEach(event -> context().forward(event, "case-events"));
      context().forward(published, "cases");
      joins.forEach(join -> context().forward(join, "joins"));
      sightings.forEach(seen -> context().forward(seen, "sightings"));
      budgets.forEach(message -> context().forward(message, "budget-messages"));
      outcome.forEach(record -> context().forward(record, "outcomes"));
      meters.count(answer.events(), snapshot.facts());
    };
  }

  /** It was recognised at once: its number leads to the case, and there is nothing to publish. */
  private Runnable lead(RecoveryCase before, Answer answer, byte[] row, String key, Origin origin) {
    List<Record<byte[], byte[]>> events = wire.events(answer, origin);
    return () -> {
      cases.put(key, row);
      deadlines.replace(before.deadlines(), answer.after().deadlines(), origin);
      events.forEach(event -> context().forward(event, "case-events"));
    };
  }

  private Runnable forget(
      RecoveryCase before, CaseRef forgotten, Record<byte[], byte[]> tombstone, Origin origin) {
    String key = CaseKeys.of(forgotten);
    return () -> {
      cases.delete(key);
      if (!hasCase(forgotten.guestId())) {
        values.delete(forgotten.guestId().value());
      }
      deadlines.replace(before.deadlines(), Set.of(), origin);
      context().forward(tombstone, "cases");
    };
  }
}
