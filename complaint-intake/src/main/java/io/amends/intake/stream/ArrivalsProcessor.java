package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.Fingerprint;
import io.amends.intake.domain.Flaws;
import io.amends.intake.domain.SeenRow;
import io.amends.intake.domain.Sources;
import io.amends.intake.stream.Admissions.Verdict;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.ExpiringKeys;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Lets each event in once. What has come before is dropped, what names an unknown hotel waits a
 * little, and what became of each is kept and told.
 */
final class ArrivalsProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  /** Repeats are dropped for so long after the arrival; later, the case has that id. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  private static final String REFUSED_AT_THE_DOOR = EventType.of(ArrivalOutcome.class);

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.ADMISSION);
  private final Sources sources;
  private final ContactKeys contactKeys;
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private final IntakeMeters meters;
  private ExpiringKeys seen;
  private Parking parking;
  private DurableDeadlines<Parking.Retry> retries;
  private Admissions admissions;

  ArrivalsProcessor(
      Sources sources,
      ContactKeys contactKeys,
      HotelClock clock,
      DeadlineService deadlineService,
      IntakeMeters meters) {
    this.sources = sources;
    this.contactKeys = contactKeys;
    this.clock = clock;
    this.deadlineService = deadlineService;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    seen =
        new ExpiringKeys(
            context, IntakeTopology.SEEN, REMEMBERED, () -> clock.instant().toEpochMilli());
    parking = new Parking(context.getStateStore(IntakeTopology.PARKED));
    retries =
        deadlineService.start(
            context, IntakeTopology.RETRIES, new Parking.RetryFormat(), this::again);
    admissions = new Admissions(new Tables(context), contactKeys);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    InHeaders in;
    EventHeaders event;
    try {
      in = InHeaders.read(record.headers());
      event = EventHeaders.read(record.headers());
    } catch (RuntimeException foreign) { // the door did not write it
      deadLetters.forward(context(), record, foreign);
      return;
    }
    Runnable writes =
        event.type().equals(REFUSED_AT_THE_DOOR)
            ? keepRefusal(in, record)
            : decided(in, event, record, null);
    writes.run();
  }

  /** Looks again at something whose hotel was not known. */
  private Runnable again(Parking.Retry retry, Firing firing) {
    Record<byte[], byte[]> parked = parking.get(retry.key());
    return parked == null
        ? () -> {}
        : decided(
            InHeaders.read(parked.headers()), EventHeaders.read(parked.headers()), parked, retry);
  }

  private Runnable decided(
      InHeaders in,
      EventHeaders event,
      Record<byte[], byte[]> record,
      Parking.@Nullable Retry retry) {
    try {
      return decide(in, event, record, retry);
    } catch (KafkaException failure) {
      throw failure; // a store or the client failed, not the record
    } catch (RuntimeException failure) { // nothing was written yet
      Flaw flaw = new Flaw("", "unreadable", "as its schema");
      return refuse(record, in, retry, List.of(flaw), failure);
    }
  }

  private Runnable decide(
      InHeaders in,
      EventHeaders event,
      Record<byte[], byte[]> record,
      Parking.@Nullable Retry retry) {
    long fingerprint = Fingerprint.of(record.value());
    SeenRow before = before(in);
    if (before != null && before.result() == Result.ACCEPTED) {
      return before.fingerprint() == fingerprint
          ? () -> end(in, retry, Result.DUPLICATE, List.of(), null)
          : refuseAsUsed(record, in, retry);
    }
    if (retry == null && parking.holds(in.key().toString())) {
      return stillWaiting(record, in, fingerprint);
    }
    return switch (admissions.of(in, in.arrival(sources, clock, event), in.origin(event), record)) {
      case Verdict.LetIn(var records) ->
          () -> {
            records.forEach(out -> out.forwardTo(context(), IntakeTopology.ADMISSION));
            SeenRow row = new SeenRow(Result.ACCEPTED, fingerprint, List.of());
            end(in, retry, Result.ACCEPTED, List.of(), row);
          };
      case Verdict.Refused(var flaws) -> refuse(record, in, retry, flaws, null);
      case Verdict.UnknownProperty(var property) -> {
        Parking.Retry next = Parking.next(in.key().toString(), retry, clock.instant());
        Flaw flaw = new Flaw("/propertyId", property, "a property of this chain");
        yield next == null
            ? refuse(record, in, retry, List.of(flaw), null)
            : () -> parking.park(next, retry, record, in.origin(event), retries);
      }
    };
  }

  private @Nullable SeenRow before(InHeaders in) {
    byte @Nullable [] row = seen.get(Keys.bytes(in.key().toString()));
    return row == null ? null : SeenFormat.read(row);
  }

  /** The same again while the first waits: the answer to the first is the answer to both. */
  private Runnable stillWaiting(Record<byte[], byte[]> record, InHeaders in, long fingerprint) {
    Record<byte[], byte[]> waiting = parking.get(in.key().toString());
    return waiting != null && Fingerprint.of(waiting.value()) == fingerprint
        ? () -> meters.decided(in.kind(), Result.DUPLICATE)
        : () -> letterOf(record, in, List.of(usedBefore()), null);
  }

  static Flaw usedBefore() {
    return new Flaw("ce_id", "used before", "another id for another body");
  }

  /** What was let in under this id stays so. */
  private Runnable refuseAsUsed(
      Record<byte[], byte[]> record, InHeaders in, Parking.@Nullable Retry retry) {
    List<Flaw> flaws = List.of(usedBefore());
    return () -> {
      letterOf(record, in, flaws, null);
      end(in, retry, Result.REFUSED, flaws, null);
    };
  }

  private Runnable refuse(
      Record<byte[], byte[]> record,
      InHeaders in,
      Parking.@Nullable Retry retry,
      List<Flaw> flaws,
      @Nullable RuntimeException failure) {
    SeenRow row = new SeenRow(Result.REFUSED, Fingerprint.of(record.value()), flaws);
    return () -> {
      letterOf(record, in, flaws, failure);
      end(in, retry, Result.REFUSED, flaws, row);
    };
  }

  private void letterOf(
      Record<byte[], byte[]> record,
      InHeaders in,
      List<Flaw> flaws,
      @Nullable RuntimeException failure) {
    deadLetters.forward(context(), record, in.cameIn(), Flaws.reason(flaws), failure);
  }

  /** The door has refused it, told so and counted it; what was let in before stays let in. */
  private Runnable keepRefusal(InHeaders in, Record<byte[], byte[]> record) {
    ArrivalOutcome refusal = Json.read(record.value(), ArrivalOutcome.class);
    SeenRow before = before(in);
    return before != null && before.result() == Result.ACCEPTED
        ? () -> {}
        : () -> remember(in, new SeenRow(Result.REFUSED, 0, refusal.flaws()));
  }

  private void end(
      InHeaders in,
      Parking.@Nullable Retry retry,
      Result result,
      List<Flaw> flaws,
      @Nullable SeenRow row) {
    if (row != null) {
      remember(in, row);
    }
    parking.leave(in.key().toString(), retry, retries);
    Outgoing.outcome(in.key(), result, flaws, clock.instant())
        .forwardTo(context(), IntakeTopology.ADMISSION);
    meters.decided(in.kind(), result);
  }

  private void remember(InHeaders in, SeenRow row) {
    seen.put(
        Keys.bytes(in.key().toString()),
        clock.ofAppend(in.appended()).toEpochMilli(),
        SeenFormat.write(row));
  }
}
