package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** A record on its way to one of the topology's sinks. */
record Outgoing(Sink sink, Record<byte[], byte[]> record) {

  static final String SOURCE = "amends/complaint-intake";

  /**
   * An event of ours.
   *
   * @param id ours alone: no two of our events have the same
   * @param origin what it follows from
   */
  static Outgoing event(
      Sink sink, String key, Object body, Origin origin, String id, Instant time) {
    EventHeaders headers =
        EventHeaders.following(origin, id, SOURCE, EventType.of(body.getClass()), time);
    return new Outgoing(sink, new Record<>(Keys.bytes(key), Json.bytes(body), 0, headers.write()));
  }

  /** What came in, under another key. */
  static Outgoing asItCame(Sink sink, String key, Record<byte[], byte[]> record) {
    return new Outgoing(sink, record.withKey(Keys.bytes(key)).withTimestamp(0));
  }

  /** To the directory, under the surest key; the others go along. */
  static Outgoing question(Lookup lookup, String eventKey, Origin origin) {
    return event(
        Sink.LOOKUPS,
        lookup.next().getFirst(),
        lookup.underTheNext(),
        origin,
        eventKey,
        Objects.requireNonNullElse(lookup.at(), Instant.EPOCH));
  }

  /** What became of an arrival, for whoever waits for it. */
  static Outgoing outcome(UUID eventKey, Result result, List<Flaw> flaws, Instant at) {
    ArrivalOutcome outcome = new ArrivalOutcome(eventKey.toString(), result, at, flaws);
    return event(
        Sink.OUTCOMES,
        eventKey.toString(),
        outcome,
        new Origin(eventKey.toString(), eventKey.toString(), null),
        eventKey + "/outcome",
        at);
  }

  void forwardTo(ProcessorContext<byte[], byte[]> context, String processor) {
    context.forward(record, sink.node(processor));
  }
}
