package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.inbound.RecoveryUpdated;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.CaseUpdate;
import io.amends.intake.domain.UpdateDoor;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a guest may see of a case, under its complaint, and addresses what other tools report
 * of one and what guests answer to one. A report that is faster than its case waits a little.
 */
final class TrackingProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final String VIEW = EventType.of(CaseView.class);
  private static final String UPDATE = EventType.of(RecoveryUpdated.class);
  private static final String ANSWER = EventType.of(Answer.class);

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.TRACKING);
  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private KeyValueStore<String, byte[]> tracked;
  private Parking parking;
  private DurableDeadlines<Parking.Retry> retries;

  TrackingProcessor(HotelClock clock, DeadlineService deadlineService) {
    this.clock = clock;
    this.deadlineService = deadlineService;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    tracked = context.getStateStore(IntakeTopology.TRACKED);
    parking = new Parking(context.getStateStore(IntakeTopology.UNADDRESSED));
    retries =
        deadlineService.start(
            context, IntakeTopology.UNADDRESSED_RETRIES, new Parking.RetryFormat(), this::again);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(
        context(), record, () -> record.value() == null ? forget(record) : take(record));
  }

  private Runnable take(Record<byte[], byte[]> record) {
    String type = EventHeaders.read(record.headers()).type();
    if (type.equals(VIEW)) {
      byte[] row = CaseViewFormat.write(Json.read(record.value(), CaseView.class));
      return () -> tracked.put(Keys.text(record.key()), row);
    }
    if (type.equals(UPDATE)) {
      return address(record, null);
    }
    if (type.equals(ANSWER)) {
      return answer(record);
    }
    throw new IllegalArgumentException(
        "ce_type: another (expected: %s, %s or %s)".formatted(VIEW, UPDATE, ANSWER));
  }

  private Runnable answer(Record<byte[], byte[]> record) {
    CaseView view = CaseViewFormat.readOrNull(tracked.get(Keys.text(record.key())));
    EventHeaders event = EventHeaders.read(record.headers());
    List<Outgoing> records =
        Json.read(record.value(), Answer.class).at(view, event.id(), event.asOrigin());
    return () -> records.forEach(out -> out.forwardTo(context(), IntakeTopology.TRACKING));
  }

  private Runnable forget(Record<byte[], byte[]> record) {
    String key = Keys.text(record.key());
    CaseView view = CaseViewFormat.readOrNull(tracked.get(key));
    String reference =
        view == null || view.externalRef() == null || !view.caseId().value().equals(key)
            ? null
            : UpdateDoor.referenceKey(view.externalRef());
    return () -> {
      tracked.delete(key);
      if (reference != null) {
        new Outgoing(
                Sink.TRACKING, new Record<>(Keys.bytes(reference), null, 0, new RecordHeaders()))
            .forwardTo(context(), IntakeTopology.TRACKING);
      }
    };
  }

  private Runnable again(Parking.Retry retry, Firing firing) {
    Record<byte[], byte[]> parked = parking.get(retry.key());
    return parked == null ? () -> {} : address(parked, retry);
  }

  private Runnable address(Record<byte[], byte[]> record, Parking.@Nullable Retry retry) {
    InHeaders in = InHeaders.read(record.headers());
    EventHeaders event = EventHeaders.read(record.headers());
    RecoveryUpdated update = Json.read(record.value(), RecoveryUpdated.class);
    CaseView view = CaseViewFormat.readOrNull(tracked.get(UpdateDoor.key(update)));
    String waiting = in.key().toString();
    if (view == null) {
      Parking.Retry next = Parking.next(waiting, retry, clock.instant());
      return next == null
          ? giveUp(record, in, update, retry)
          : () -> parking.park(next, retry, record, in.origin(event), retries);
    }
    CaseUpdate addressed =
        new CaseUpdate(
            view.guestId(),
            view.caseId(),
            in.source(),
            update.verb(),
            update.occurredAt(),
            update.by());
    Outgoing out =
        Outgoing.event(
            Sink.UPDATES,
            view.guestId().value(),
            addressed,
            in.origin(event),
            waiting,
            update.occurredAt());
    return () -> {
      out.forwardTo(context(), IntakeTopology.TRACKING);
      parking.leave(waiting, retry, retries);
    };
  }

  private Runnable giveUp(
      Record<byte[], byte[]> record,
      InHeaders in,
      RecoveryUpdated update,
      Parking.@Nullable Retry retry) {
    Flaw flaw =
        new Flaw(
            update.caseId() == null ? "/externalRef" : "/caseId",
            "unknown",
            "a case of this chain that has not left the house");
    return () -> {
      deadLetters.forward(context(), record, in.cameIn(), flaw.toString(), null);
      parking.leave(in.key().toString(), retry, retries);
    };
  }
}
