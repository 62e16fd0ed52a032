package io.amends.kit.documents;

import io.amends.kit.events.Json;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON and notes where every value begins. */
final class JsonText {

  private final JsonParser parser;
  private final Map<String, Place> places = new HashMap<>();

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  static Document read(String text) {
    try (JsonParser parser =
        Json.mapper()
            .reader()
            .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .createParser(text)) {
      return new JsonText(parser).document();
    } catch (JacksonException unreadable) {
      TokenStreamLocation at = unreadable.getLocation();
      boolean twice = String.valueOf(unreadable.getOriginalMessage()).startsWith("Duplicate");
      throw new Unreadable(
          at == null ? new Place(1, 1) : new Place(at.getLineNr(), at.getColumnNr()),
          twice ? "a field for the second time" : "something else",
          twice ? "each field once" : "JSON");
    }
  }

  private Document document() {
    parser.nextToken();
    JsonNode root = value("");
    if (parser.nextToken() != null) {
      throw new Unreadable(here(), "more behind the end", "one document");
    }
    return new Document(root, places);
  }

  private JsonNode value(String pointer) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new Unreadable(new Place(1, 1), "nothing", "a document");
    }
    places.put(pointer, here());
    return switch (token) {
      case START_OBJECT -> object(pointer);
      case START_ARRAY -> list(pointer);
      default -> parser.readValueAsTree();
    };
  }

  private ObjectNode object(String pointer) {
    ObjectNode object = Json.mapper().createObjectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      object.set(name, value(Document.below(pointer, name)));
    }
    return object;
  }

  private ArrayNode list(String pointer) {
    ArrayNode list = Json.mapper().createArrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(pointer + '/' + list.size()));
    }
    return list;
  }

  private Place here() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Place(at.getLineNr(), at.getColumnNr());
  }
}
