package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.inbound.ReferenceSent;
import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topics;
import io.amends.intake.domain.EventKey;
import io.amends.intake.domain.Flaws;
import io.amends.intake.domain.Sources;
import io.amends.intake.domain.TravelKey;
import io.amends.intake.schema.InboundSchemas;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.DeadLetter;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import tools.jackson.databind.JsonNode;

/**
 * The first look at what came in: is it what its topic is for, from whom the topic is for, and as
 * its schema says? Then it goes on under the key by which it travels, where its repeats meet.
 */
final class DoorProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.DOOR);

  private final String prefix;
  private final Sources sources;
  private final InboundSchemas schemas;
  private final ReferenceCheck references;
  private final HotelClock clock;
  private final IntakeMeters meters;
  private Tables tables;

  DoorProcessor(
      String prefix,
      Sources sources,
      InboundSchemas schemas,
      ReferenceCheck references,
      HotelClock clock,
      IntakeMeters meters) {
    this.prefix = prefix;
    this.sources = sources;
    this.schemas = schemas;
    this.references = references;
    this.clock = clock;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    tables = new Tables(context);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Runnable writes;
    try {
      writes = look(record);
    } catch (KafkaException failure) {
      throw failure; // the client failed, not the record
    } catch (RuntimeException failure) { // nothing was written yet
      meters.unreadable();
      writes = () -> deadLetters.forward(context(), record, failure);
    }
    writes.run();
  }

  private Runnable look(Record<byte[], byte[]> record) {
    RecordMetadata at = context().recordMetadata().orElseThrow();
    Topics.Inbound inbound = Topics.parseInbound(prefix, at.topic());
    if (inbound == null) {
      throw new IllegalArgumentException(
          "topic: %s (expected: an inbound topic)".formatted(at.topic()));
    }
    EventHeaders event = EventHeaders.read(record.headers());
    InHeaders in =
        new InHeaders(
            inbound.kind(),
            inbound.source(),
            EventKey.of(event.source(), event.id()),
            at.topic(),
            at.partition(),
            at.offset(),
            record.timestamp());
    Optional<Flaw> impostor = sources.check(in.source(), event.source(), event.history());
    if (impostor.isPresent()) {
      return turnAway(record, in, impostor.get());
    }
    InboundSchemas.Checked checked = check(in, event, record.value());
    if (!checked.flaws().isEmpty()) {
      return refuse(record, in, event, checked.flaws());
    }
    JsonNode body = checked.body();
    if (in.kind() == InboundKind.REFERENCE) {
      return apply(record, body, in, event);
    }
    String key = TravelKey.of(in.kind(), in.key(), body.path("guestId").asString(null));
    Headers headers = in.write(event);
    DeadLetter.carryReplays(record.headers(), headers);
    return () -> toArrivals(key, headers, record.value());
  }

  private InboundSchemas.Checked check(InHeaders in, EventHeaders event, byte[] body) {
    String type = EventType.of(in.kind().body());
    return event.type().equals(type)
        ? schemas.check(in.kind(), body)
        : InboundSchemas.Checked.refused(new Flaw("ce_type", Flaws.named(event.type()), type));
  }

  private Runnable apply(
      Record<byte[], byte[]> record, JsonNode body, InHeaders in, EventHeaders event) {
    List<Flaw> flaws = references.flaws(body, in.source(), tables::policy);
    if (!flaws.isEmpty()) {
      return refuse(record, in, event, flaws);
    }
    List<Outgoing> records =
        ReferenceExpander.expand(
            Json.mapper().treeToValue(body, ReferenceSent.class),
            sources.of(in.source()),
            in,
            event,
            clock.instant());
    return () -> {
      records.forEach(out -> out.forwardTo(context(), IntakeTopology.DOOR));
      tell(in, Result.ACCEPTED, List.of());
      meters.decided(in.kind(), Result.ACCEPTED);
    };
  }

  /** Nobody is told: the event's name is not for whoever sent it to use. */
  private Runnable turnAway(Record<byte[], byte[]> record, InHeaders in, Flaw flaw) {
    return () -> {
      meters.decided(in.kind(), Result.REFUSED);
      deadLetters.forward(context(), record, flaw.toString(), null);
    };
  }

  private Runnable refuse(
      Record<byte[], byte[]> record, InHeaders in, EventHeaders event, List<Flaw> flaws) {
    return () -> {
      meters.decided(in.kind(), Result.REFUSED);
      deadLetters.forward(context(), record, Flaws.reason(flaws), null);
      tell(in, Result.REFUSED, flaws);
      if (in.kind() != InboundKind.REFERENCE) {
        keep(in, event, flaws);
      }
    };
  }

  private void tell(InHeaders in, Result result, List<Flaw> flaws) {
    Outgoing.outcome(in.key(), result, flaws, clock.instant())
        .forwardTo(context(), IntakeTopology.DOOR);
  }

  /** So that one can ask later what became of it, and why. */
  private void keep(InHeaders in, EventHeaders event, List<Flaw> flaws) {
    Instant now = clock.instant();
    EventHeaders headers =
        EventHeaders.following(
            in.origin(event),
            in.key() + "/refused",
            Outgoing.SOURCE,
            EventType.of(ArrivalOutcome.class),
            now);
    toArrivals(
        in.key().toString(),
        in.write(headers),
        Json.bytes(new ArrivalOutcome(in.key().toString(), Result.REFUSED, now, flaws)));
  }

  private void toArrivals(String key, Headers headers, byte[] body) {
    context()
        .forward(
            new Record<>(Keys.bytes(key), body, 0, headers),
            Sink.ARRIVALS.node(IntakeTopology.DOOR));
  }
}
