package io.amends.scorer.interaction;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The body of {@code hotel.interaction.recorded.v1}, its fields by name, those of an inner object
 * as {@code outer.inner}.
 */
public record Interaction(Map<String, String> fields) {

  private static final JsonFactory JSON = new JsonFactory();

  /** More come now and then, which costs time and nothing else. */
  private static final int MOST_FIELDS = 16;

  /**
   * Reads a body.
   *
   * @throws tools.jackson.core.JacksonException if it is no JSON
   */
  public static Interaction read(String line) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      return read(parser);
    }
  }

  /** The same, in UTF-8. */
  public static Interaction read(byte[] body) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), body)) {
      return read(parser);
    }
  }

  private static Interaction read(JsonParser parser) {
    Map<String, String> fields = HashMap.newHashMap(MOST_FIELDS);
    String name = "";
    String outer = "";
    int depth = 0;
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case PROPERTY_NAME -> name = parser.currentName();
        case START_OBJECT -> {
          depth++;
          outer = depth == 2 ? name + "." : outer;
        }
        case END_OBJECT -> {
          depth--;
          outer = depth < 2 ? "" : outer;
        }
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
            fields.put(outer + name, parser.getString());
        default -> {} // lists and nulls say nothing to the scorer
      }
    }
    return new Interaction(fields);
  }

  public @Nullable String get(String name) {
    return fields.get(name);
  }

  /** The first of these fields that is there. */
  public @Nullable String first(String... names) {
    for (String name : names) {
      String value = fields.get(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  public boolean is(String name, String value) {
    return value.equals(fields.get(name));
  }
}
