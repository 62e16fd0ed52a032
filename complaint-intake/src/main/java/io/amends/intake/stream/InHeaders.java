package io.amends.intake.stream;

import io.amends.contracts.topics.InboundKind;
import io.amends.intake.domain.Arrival;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

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

  Arrival arrival(Instant arrivedAt, EventHeaders event) {
    return new Arrival(source, key, arrivedAt, event.history());
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException(name + ": absent (expected: set by the door)");
    }
    return Keys.text(header.value());
  }
}
