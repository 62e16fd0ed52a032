package io.amends.local.door;

import io.amends.contracts.EventType;
import io.amends.contracts.topics.InboundKind;
import io.amends.kit.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;

/** The published schema of what comes in. */
final class InboundSchema {

  private InboundSchema() {}

  static JsonNode of(InboundKind kind) {
    String name = "schemas/" + EventType.of(kind.body()) + ".json";
    try (InputStream in = InboundSchema.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("schema: %s (expected: in contracts)".formatted(name));
      }
      return Json.mapper().readTree(in.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
