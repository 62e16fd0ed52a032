package io.amends.local.opera;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service request as OPERA Cloud tells of it: the resource, bare or under {@code serviceRequest},
 * or a business event, whose elements a table names. Ids stand there as text, or as an object with
 * {@code id}.
 */
record OperaRequest(JsonNode fields) {

  private static final String ELEMENTS = "detail";

  /** Whichever of its forms it comes in. */
  static OperaRequest of(JsonNode told, Map<String, String> elements) {
    JsonNode event = told.has("newEvent") ? told.path("newEvent") : told;
    if (event.has(ELEMENTS)) {
      return new OperaRequest(ofEvent(event, elements));
    }
    return new OperaRequest(told.has("serviceRequest") ? told.path("serviceRequest") : told);
  }

  private static JsonNode ofEvent(JsonNode event, Map<String, String> elements) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    fields.set("hotelId", event.path("hotelId"));
    fields.set("serviceRequestId", event.path("primaryKey"));
    for (JsonNode element : event.path(ELEMENTS)) {
      String field = elements.get(element.path("elementName").asString(""));
      if (field != null) {
        fields.set(field, element.path("newValue"));
      }
    }
    return fields;
  }

  /**
   * What has to be there.
   *
   * @throws IllegalArgumentException if it is not
   */
  String required(String field) {
    return text(field)
        .orElseThrow(
            () -> new IllegalArgumentException("%s: absent (expected: text)".formatted(field)));
  }

  /** The first of some fields that says something. */
  Optional<String> first(String... names) {
    return Stream.of(names).flatMap(name -> text(name).stream()).findFirst();
  }

  Optional<String> text(String field) {
    return said(fields.path(field));
  }

  /** Of several ids the first. */
  private static Optional<String> said(JsonNode node) {
    if (node.isArray()) {
      return node.isEmpty() ? Optional.empty() : said(node.path(0));
    }
    JsonNode id = node.isObject() ? node.path("id") : node;
    return Optional.ofNullable(id.asString(null))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /**
   * An hour of the hotel's clock; empty: none.
   *
   * @throws IllegalArgumentException if it is none
   */
  Optional<Instant> hour(String field, ZoneId zone) {
    return text(field).map(text -> hour(field, text, zone));
  }

  private static Instant hour(String field, String text, ZoneId zone) {
    String iso = text.replace(' ', 'T');
    Instant withOffset = orNull(() -> OffsetDateTime.parse(iso).toInstant());
    Instant local =
        withOffset != null
            ? withOffset
            : orNull(() -> LocalDateTime.parse(iso).atZone(zone).toInstant());
    if (local == null) {
      throw new IllegalArgumentException(
          "%s: %s (expected: a date and an hour)".formatted(field, text));
    }
    return local;
  }

  private static @Nullable Instant orNull(Supplier<Instant> read) {
    try {
      return read.get();
    } catch (DateTimeException _) {
      return null;
    }
  }
}
