package io.amends.intake.stream;

import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.personal.GuestText;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.reference.PropertyReference;
import io.amends.intake.domain.Admission;
import io.amends.intake.domain.Arrival;
import io.amends.intake.domain.ComplaintDoor;
import io.amends.intake.domain.InteractionDoor;
import io.amends.intake.domain.SeenRow;
import io.amends.intake.domain.WhoIsIt;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.DeadLetter;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.ExpiringKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is let in, each event once. Who named its guest goes straight on; for the others the
 * directory is asked.
 */
final class ArrivalsProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.ADMISSION);

  /** Repeats are dropped for so long after the arrival; later, the case has that id. */
  static final Duration REMEMBERED = Duration.ofDays(7);

  private final HotelClock clock;
  private final DeadlineService deadlineService;
  private final IntakeMeters meters;
  private final CurrentRow<HotelPolicy> policies = PolicyInForce.row();
  private ExpiringKeys seen;
  private Parking parking;
  private ReadOnlyKeyValueStore<String, byte[]> propertyTable;
  private ReadOnlyKeyValueStore<String, byte[]> policyTable;
  private DurableDeadlines<Parking.Retry> retries;

  ArrivalsProcessor(HotelClock clock, DeadlineService deadlineService, IntakeMeters meters) {
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
    propertyTable = context.getStateStore(IntakeTopology.PROPERTY_TABLE);
    policyTable = context.getStateStore(IntakeTopology.POLICY_TABLE);
    parking = new Parking(context.getStateStore(IntakeTopology.PARKED));
    retries =
        deadlineService.start(
            context, IntakeTopology.RETRIES, new Parking.RetryFormat(), this::retry);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Runnable writes;
    try {
      writes = decide(record, null);
    } catch (KafkaException failure) {
      throw failure; // a store or the client failed, not the record
    } catch (RuntimeException failure) { // nothing was written yet
      writes = () -> deadLetters.forward(context(), record, failure);
    }
    writes.run();
  }

  /** Looks again at something whose hotel was not known. */
  private Runnable retry(Parking.Retry retry, Firing firing) {
    Record<byte[], byte[]> parked = parking.get(retry.key());
    return parked == null ? () -> {} : decide(parked, retry);
  }

  private Runnable decide(Record<byte[], byte[]> record, Parking.@Nullable Retry retry) {
    InHeaders in = InHeaders.read(record.headers());
    EventHeaders event = EventHeaders.read(record.headers());
    Arrival arrival = in.arrival(clock.ofAppend(in.appended()), event);
    long fingerprint = fingerprint(record.value());
    return switch (decision(record, in, event, arrival, fingerprint)) {
      case Decision.LetIn(var records) ->
          () ->
              end(
                  in,
                  Result.ACCEPTED,
                  List.of(),
                  records,
                  retry,
                  new SeenRow(Result.ACCEPTED, fingerprint));
      case Decision.Repeat _ -> () -> end(in, Result.DUPLICATE, List.of(), List.of(), retry, null);
      case Decision.Refused(var flaws) -> refuse(record, in, retry, flaws, fingerprint);
      case Decision.UnknownProperty(var property) -> {
        Parking.Retry next = Parking.next(in.key().toString(), retry, clock.instant());
        yield next == null
            ? refuse(record, in, retry, List.of(notOurs(property)), fingerprint)
            : () -> parking.park(next, retry, record, event.asOrigin(), retries);
      }
    };
  }

  private static Flaw notOurs(String property) {
    return new Flaw("/propertyId", property, "a property of this chain");
  }

  /** What becomes of an arrival. */
  private sealed interface Decision {
    record LetIn(List<Outgoing> records) implements Decision {}

    record Refused(List<Flaw> flaws) implements Decision {}

    record Repeat() implements Decision {}

    record UnknownProperty(String property) implements Decision {}
  }

  private Decision decision(
      Record<byte[], byte[]> record,
      InHeaders in,
      EventHeaders event,
      Arrival arrival,
      long fingerprint) {
    byte @Nullable [] known = seen.get(Keys.bytes(in.key().toString()));
    if (known != null) {
      SeenRow row = SeenRow.read(known);
      if (row.result() == Result.ACCEPTED) {
        return row.fingerprint() == fingerprint
            ? new Decision.Repeat()
            : new Decision.Refused(
                List.of(new Flaw("ce_id", "used before", "another id for another body")));
      }
    }
    HotelPolicy policy = policies.in(policyTable::get);
    return switch (in.kind()) {
      case COMPLAINTS -> complaint(record, event, arrival, policy);
      case INTERACTIONS -> interaction(record, event, arrival, policy);
      case UPDATES, REFERENCE ->
          throw new IllegalArgumentException(
              "in_kind: %s (expected: complaints or interactions)".formatted(in.kind()));
    };
  }

  private Decision complaint(
      Record<byte[], byte[]> record, EventHeaders event, Arrival arrival, HotelPolicy policy) {
    ComplaintReported reported = Json.read(record.value(), ComplaintReported.class);
    Place place = place(reported.propertyId());
    String narrative = reported.narrative();
    GuestText text =
        narrative == null
            ? null
            : new GuestText(arrival.key().toString(), narrative, reported.language());
    return letIn(
        ComplaintDoor.admit(reported, arrival, place, policy),
        event,
        arrival,
        (ComplaintAccepted c, WhoIsIt who) ->
            new Lookup(null, who.keys(), who.at(), c, null, text, reported.contact()));
  }

  private Decision interaction(
      Record<byte[], byte[]> record, EventHeaders event, Arrival arrival, HotelPolicy policy) {
    InteractionReported reported = Json.read(record.value(), InteractionReported.class);
    Place place = place(reported.propertyId());
    String comment = reported.comment();
    GuestText text =
        comment == null ? null : new GuestText(arrival.key().toString(), comment, null);
    return letIn(
        InteractionDoor.admit(reported, arrival, place, policy),
        event,
        arrival,
        (InteractionRecorded i, WhoIsIt who) ->
            new Lookup(
                null,
                who.keys(),
                who.at(),
                InteractionDoor.complaintOf(i, arrival, place, policy).orElse(null),
                i,
                text,
                null));
  }

  /** Makes the question of what was let in. */
  @FunctionalInterface
  private interface Question<T> {
    Lookup of(T what, WhoIsIt who);
  }

  private static <T> Decision letIn(
      Admission<T> admission, EventHeaders event, Arrival arrival, Question<T> question) {
    return switch (admission) {
      case Admission.Refused<T>(var flaws) -> new Decision.Refused(flaws);
      case Admission.UnknownProperty<T>(var property) -> new Decision.UnknownProperty(property);
      case Admission.Admitted<T>(var what, var who) -> {
        Lookup lookup = question.of(what, who);
        String key = arrival.key().toString();
        yield new Decision.LetIn(
            who.named() != null || who.keys().isEmpty()
                ? Publication.of(lookup, event, key)
                : List.of(ask(lookup, event, key)));
      }
    };
  }

  /** Under the surest key first; the others go along. */
  private static Outgoing ask(Lookup lookup, EventHeaders event, String eventKey) {
    Instant at = lookup.at();
    return Outgoing.event(
        Sink.LOOKUPS,
        lookup.next().getFirst(),
        lookup.under(lookup.next().subList(1, lookup.next().size())),
        event,
        eventKey,
        at == null ? Instant.EPOCH : at);
  }

  private Runnable refuse(
      Record<byte[], byte[]> record,
      InHeaders in,
      Parking.@Nullable Retry retry,
      List<Flaw> flaws,
      long fingerprint) {
    String reason = flaws.stream().map(Flaw::toString).collect(Collectors.joining("; "));
    DeadLetter.Place cameIn =
        new DeadLetter.Place(in.topic(), in.partition(), in.offset(), in.appended());
    boolean replaced = flaws.getFirst().pointer().equals("ce_id");
    SeenRow row = replaced ? null : new SeenRow(Result.REFUSED, fingerprint);
    return () -> {
      deadLetters.forward(context(), record, cameIn, reason, null);
      end(in, Result.REFUSED, flaws, List.of(), retry, row);
    };
  }

  private void end(
      InHeaders in,
      Result result,
      List<Flaw> flaws,
      List<Outgoing> records,
      Parking.@Nullable Retry retry,
      @Nullable SeenRow row) {
    records.forEach(out -> out.forwardTo(context(), IntakeTopology.ADMISSION));
    if (row != null) {
      seen.put(
          Keys.bytes(in.key().toString()),
          clock.ofAppend(in.appended()).toEpochMilli(),
          row.write());
    }
    parking.leave(in.key().toString(), retry, retries);
    Outgoing.outcome(in.key(), result, flaws, clock.instant())
        .forwardTo(context(), IntakeTopology.ADMISSION);
    meters.decided(in.kind(), result);
  }

  private @Nullable Place place(@Nullable PropertyId property) {
    byte @Nullable [] row = property == null ? null : propertyTable.get(property.value());
    return row == null ? null : Json.read(row, PropertyReference.class).place();
  }

  private static long fingerprint(byte[] body) {
    return Arrays.hashCode(body) * 31L + body.length;
  }
}
