package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.inbound.ReferenceSent;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topics;
import io.amends.intake.domain.EventKey;
import io.amends.intake.domain.Sources;
import io.amends.intake.schema.InboundSchemas;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The first look at what came in: is it what its topic is for, from whom the topic is for, and as
 * its schema says? Then it goes on under the key of its event, so that repeats meet.
 */
final class DoorProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.DOOR);

  private final String prefix;
  private final Sources sources;
  private final InboundSchemas schemas;
  private final ReferenceExpander references;
  private final HotelClock clock;
  private final IntakeMeters meters;

  DoorProcessor(
      String prefix,
      Sources sources,
      InboundSchemas schemas,
      ReferenceExpander references,
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
    JsonNode body = parse(record.value());
    List<Flaw> flaws = flaws(in, event, body);
    if (!flaws.isEmpty()) {
      return refuse(record, in, flaws);
    }
    if (in.kind() == InboundKind.REFERENCE) {
      return apply(record, in, event, body);
    }
    return () ->
        context()
            .forward(
                new Record<>(Keys.bytes(in.key().toString()), record.value(), 0, in.write(event)),
                Sink.ARRIVALS.node(IntakeTopology.DOOR));
  }

  private Runnable apply(
      Record<byte[], byte[]> record, InHeaders in, EventHeaders event, @Nullable JsonNode body) {
    ReferenceSent sent = Json.mapper().treeToValue(body, ReferenceSent.class);
    List<Flaw> flaws = references.check(sent);
    if (!flaws.isEmpty()) {
      return refuse(record, in, flaws);
    }
    List<Outgoing> records = references.expand(sent, in, event);
    Outgoing outcome = Outgoing.outcome(in.key(), Result.ACCEPTED, List.of(), clock.instant());
    return () -> {
      records.forEach(out -> out.forwardTo(context(), IntakeTopology.DOOR));
      outcome.forwardTo(context(), IntakeTopology.DOOR);
    };
  }

  /** A tombstone has no body; an event without one is none of ours. */
  private static @Nullable JsonNode parse(byte @Nullable [] body) {
    try {
      return body == null ? null : Json.mapper().readTree(body);
    } catch (JacksonException unreadable) {
      throw new IllegalArgumentException("body: unreadable (expected: JSON)", unreadable);
    }
  }

  private List<Flaw> flaws(InHeaders in, EventHeaders event, @Nullable JsonNode body) {
    String type = EventType.of(in.kind().body());
    if (!event.type().equals(type)) {
      return List.of(new Flaw("ce_type", event.type(), type));
    }
    if (body == null) {
      return List.of(new Flaw("", null, "a body of type " + type));
    }
    return sources
        .check(in.source(), event.source())
        .map(List::of)
        .orElseGet(() -> schemas.check(in.kind(), body));
  }

  private Runnable refuse(Record<byte[], byte[]> record, InHeaders in, List<Flaw> flaws) {
    String reason = flaws.stream().map(Flaw::toString).collect(Collectors.joining("; "));
    Outgoing outcome = Outgoing.outcome(in.key(), Result.REFUSED, flaws, clock.instant());
    return () -> {
      meters.refused(in.kind());
      deadLetters.forward(context(), record, reason, null);
      outcome.forwardTo(context(), IntakeTopology.DOOR);
    };
  }
}
