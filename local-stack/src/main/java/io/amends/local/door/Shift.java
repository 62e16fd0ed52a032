package io.amends.local.door;

import io.amends.contracts.topics.InboundKind;
import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Moves all times of a file by one and the same stretch, so that the newest thing in it happens
 * now.
 *
 * @param by how far
 * @param guests how many guests the file names, or gives an address of
 */
record Shift(Duration by, int guests, List<String> times, List<String> dates) {

  private static final String HAPPENED = "occurredAt";

  Shift {
    times = List.copyOf(times);
    dates = List.copyOf(dates);
  }

  /**
   * Reads the whole file to find out how far.
   *
   * @throws StackFailure if no row of it has a time
   */
  static Shift of(Path path, InboundKind kind, Instant now) {
    Instant newest = null;
    Set<String> guests = new HashSet<>();
    try (Rows rows = Rows.of(path, kind)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        JsonNode body = read(row.json());
        Instant at = body == null ? null : instant(body.path(HAPPENED).asString(""));
        if (body != null && at != null) {
          newest = newest == null || at.isAfter(newest) ? at : newest;
          addGuest(guests, body);
        }
      }
    }
    if (newest == null) {
      throw new StackFailure(
          "%s: no row with %s (expected: times to shift)".formatted(path, HAPPENED));
    }
    return new Shift(
        Duration.between(newest, now),
        guests.size(),
        fields(kind, "date-time"),
        fields(kind, "date"));
  }

  private static void addGuest(Set<String> guests, JsonNode body) {
    for (String pointer : List.of("/guestId", "/contact/email", "/contact/phone")) {
      String known = body.at(pointer).asString("");
      if (!known.isEmpty()) {
        guests.add(known);
        return;
      }
    }
  }

  private static List<String> fields(InboundKind kind, String format) {
    return InboundSchema.of(kind).path("properties").properties().stream()
        .filter(field -> field.getValue().path("format").asString("").equals(format))
        .map(java.util.Map.Entry::getKey)
        .toList();
  }

  /** The row with its times moved; what is no time stays, and the door says so. */
  Row moved(Row row) {
    if (!(read(row.json()) instanceof ObjectNode body)) {
      return row;
    }
    times.forEach(name -> move(body, name, text -> OffsetDateTime.parse(text).plus(by).toString()));
    dates.forEach(
        name -> move(body, name, text -> LocalDate.parse(text).plusDays(by.toDays()).toString()));
    return row.withJson(new String(Json.bytes(body), StandardCharsets.UTF_8));
  }

  private static void move(ObjectNode body, String name, UnaryOperator<String> moving) {
    JsonNode value = body.path(name);
    if (value.isString()) {
      try {
        body.put(name, moving.apply(value.asString()));
      } catch (DateTimeException _) {
        // it stays as it is, and is refused with its place
      }
    }
  }

  private static @Nullable JsonNode read(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (JacksonException _) {
      return null;
    }
  }

  private static @Nullable Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      return null;
    }
  }
}
