package io.amends.local.dlq;

import io.amends.kit.events.Json;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A body without what a guest wrote or is called: names, numbers and codes stay, words go. */
public final class Masked {

  /** Fields that hold codes and ids; any other text is somebody's. */
  private static final Set<String> PLAIN =
      Set.of(
          "propertyId",
          "stayId",
          "room",
          "channel",
          "occurredAt",
          "detectedAt",
          "reportedAt",
          "departureAt",
          "severity",
          "issue",
          "failureType",
          "language",
          "wish",
          "reportedBy",
          "flags",
          "money",
          "time",
          "feelings",
          "motive",
          "kind",
          "bookingId",
          "arrivalDate",
          "currency",
          "polarity",
          "tier",
          "purpose",
          "state",
          "detector",
          "caseId",
          "complaintId",
          "verb",
          "zone",
          "dateRoll",
          "date",
          "into",
          "statutoryDueAt");

  private Masked() {}

  /** As people may see it; of what is no JSON only its length. */
  public static String of(byte @Nullable [] body) {
    if (body == null) {
      return "a tombstone";
    }
    try {
      return Json.mapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(masked(Json.mapper().readTree(body), false));
    } catch (JacksonException unreadable) {
      return "%d bytes that are no JSON".formatted(body.length);
    }
  }

  private static JsonNode masked(JsonNode node, boolean plain) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode masked = Json.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
          masked.set(field.getKey(), masked(field.getValue(), PLAIN.contains(field.getKey())));
        }
        yield masked;
      }
      case ArrayNode list -> {
        ArrayNode masked = Json.mapper().createArrayNode();
        list.forEach(entry -> masked.add(masked(entry, plain)));
        yield masked;
      }
      default ->
          node.isString() && !plain
              ? JsonNodeFactory.instance.stringNode(
                  "(%d characters)".formatted(node.asString().length()))
              : node;
    };
  }
}
