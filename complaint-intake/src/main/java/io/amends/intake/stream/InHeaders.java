package io.amends.intake.stream;

import io.amends.contracts.topics.InboundKind;
import io.amends.intake.domain.Arrival;
import io.amends.intake.domain.Sources;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.DeadLetter;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What the door adds to an arrival, so that whoever decides later knows where it came in.
 *
 * @param appended append time at the door, epoch milliseconds of real time
 */
record InHeaders(
    InboundKind kind,
    String source,
    UUID key,
    String topic,
    int partition,
    long offset,
    long appended) {

  Headers write(EventHeaders event) {
    return event
        .write()
        .add("in_kind", Keys.bytes(kind.name()))
        .add("in_source", Keys.bytes(source))
        .add("in_key", Keys.bytes(key.toString()))
        .add("in_topic", Keys.bytes(topic))
        .add("in_partition", Keys.bytes(Integer.toString(partition)))
        .add("in_offset", Keys.bytes(Long.toString(offset)))
        .add("in_appended", Keys.bytes(Long.toString(appended)));
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if the door did not write them
   */
  static InHeaders read(Headers headers) {
    return new InHeaders(
        InboundKind.valueOf(text(headers, "in_kind")),
        text(headers, "in_source"),
        UUID.fromString(text(headers, "in_key")),
        text(headers, "in_topic"),
        Integer.parseInt(text(headers, "in_partition")),
        Long.parseLong(text(headers, "in_offset")),
        Long.parseLong(text(headers, "in_appended")));
  }

  Arrival arrival(Sources sources, HotelClock clock, EventHeaders event) {
    return new Arrival(sources.of(source), key, clock.ofAppend(appended), event.history());
  }

  /** What follows from the arrival has it as its cause, under its key: a foreign id is not ours. */
  Origin origin(EventHeaders event) {
    return new Origin(event.correlationId(), key.toString(), event.traceparent());
  }

  /** The arrival as a dead letter of the topic that it came in by. */
  Record<byte[], byte[]> deadLetter(
      Record<byte[], byte[]> record, String reason, @Nullable Throwable failure) {
    return record.withHeaders(
        DeadLetter.headers(record.headers(), topic, partition, offset, appended, reason, failure));
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException(name + ": absent (expected: set by the door)");
    }
    return Keys.text(header.value());
  }
}
