package io.amends.kit.events;

import io.amends.kit.deadlines.Origin;
import io.amends.kit.logs.Correlation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a record says about itself: CloudEvents 1.0, Kafka binding, binary mode.
 *
 * @param id of the event; a repeat has the same
 * @param source which system or service speaks
 * @param type decides what lies in the body
 * @param time when it became so, UTC; null if the source does not say
 * @param correlationId the same in all that follows from one cause; absent: the event's own id
 * @param causationId event id of what led to it, if anything did
 * @param history whether the source says that it is the past
 */
public record EventHeaders(
    String id,
    String source,
    String type,
    @Nullable Instant time,
    String correlationId,
    @Nullable String causationId,
    @Nullable String traceparent,
    boolean history) {

  /** An event of ours that follows from another, or from a deadline that another armed. */
  public static EventHeaders following(
      Origin origin, String id, String source, String type, Instant time) {
    return new EventHeaders(
        id,
        source,
        type,
        time,
        origin.correlationId(),
        origin.causationId(),
        origin.traceparent(),
        false);
  }

  /**
   * Reads the headers of a record.
   *
   * @throws IllegalArgumentException naming the header, what was found and what was expected
   */
  public static EventHeaders read(Headers headers) {
    String version = required(headers, "ce_specversion");
    if (!version.equals("1.0")) {
      throw new IllegalArgumentException("ce_specversion: another (expected: 1.0)");
    }
    String id = required(headers, "ce_id");
    String correlation = optional(headers, "ce_correlationid");
    return new EventHeaders(
        id,
        required(headers, "ce_source"),
        required(headers, "ce_type"),
        time(optional(headers, "ce_time")),
        correlation == null ? id : correlation,
        optional(headers, "ce_causationid"),
        optional(headers, "traceparent"),
        Boolean.parseBoolean(optional(headers, "ce_history")));
  }

  /** What a record says: its correlation id, else its own; null if neither looks like an id. */
  public static @Nullable String correlationIn(Headers headers) {
    String id = Correlation.ifId(HeaderText.of(headers.lastHeader("ce_correlationid")));
    return id == null ? Correlation.ifId(HeaderText.of(headers.lastHeader("ce_id"))) : id;
  }

  public Headers write() {
    Headers headers =
        new RecordHeaders()
            .add("ce_specversion", bytes("1.0"))
            .add("ce_id", bytes(id))
            .add("ce_source", bytes(source))
            .add("ce_type", bytes(type))
            .add("ce_correlationid", bytes(correlationId))
            .add("content-type", bytes("application/json"));
    if (time != null) {
      headers.add("ce_time", bytes(time.toString()));
    }
    if (causationId != null) {
      headers.add("ce_causationid", bytes(causationId));
    }
    if (traceparent != null) {
      headers.add("traceparent", bytes(traceparent));
    }
    if (history) {
      headers.add("ce_history", bytes("true"));
    }
    return headers;
  }

  /** What follows from this event has it as its cause. */
  public Origin asOrigin() {
    return new Origin(correlationId, id, traceparent);
  }

  private static @Nullable Instant time(@Nullable String text) {
    Instant plain = text == null ? null : Rfc3339.utc(text);
    if (plain != null) {
      return plain;
    }
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new IllegalArgumentException(
          "ce_time: unreadable (expected: RFC 3339, such as 2026-11-20T21:14:00+08:00)",
          unreadable);
    }
  }

  private static String required(Headers headers, String name) {
    String value = optional(headers, name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + ": absent (expected: a CloudEvents header)");
    }
    return value;
  }

  private static @Nullable String optional(Headers headers, String name) {
    return HeaderText.read(headers.lastHeader(name));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
