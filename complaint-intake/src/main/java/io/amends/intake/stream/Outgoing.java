package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** A record on its way to one of the topology's sinks. */
record Outgoing(Sink sink, Record<byte[], byte[]> record) {

  static final String SOURCE = "amends/complaint-intake";

  /** An event of ours that follows from what came in. */
  static Outgoing event(
      Sink sink, String key, Object body, EventHeaders cause, String id, Instant time) {
    return to(sink, key, Json.bytes(body), cause, id, EventType.of(body.getClass()), time);
  }

  /** The end of a row in a compacted topic. */
  static Outgoing to(
      Sink sink,
      String key,
      byte @Nullable [] body,
      EventHeaders cause,
      String id,
      String type,
      Instant time) {
    EventHeaders headers = EventHeaders.following(cause.asOrigin(), id, SOURCE, type, time);
    return new Outgoing(sink, new Record<>(Keys.bytes(key), body, 0, headers.write()));
  }

  static Outgoing outcome(UUID eventKey, Result result, List<Flaw> flaws, Instant at) {
    ArrivalOutcome outcome = new ArrivalOutcome(eventKey.toString(), result, at, flaws);
    EventHeaders headers =
        new EventHeaders(
            eventKey + "/outcome",
            SOURCE,
            EventType.of(ArrivalOutcome.class),
            at,
            eventKey.toString(),
            null,
            null,
            false);
    return new Outgoing(
        Sink.OUTCOMES,
        new Record<>(Keys.bytes(eventKey.toString()), Json.bytes(outcome), 0, headers.write()));
  }

  void forwardTo(ProcessorContext<byte[], byte[]> context, String processor) {
    context.forward(record, sink.node(processor));
  }
}
