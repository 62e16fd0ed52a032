package io.amends.kit.documents;

import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * What a text says, as a tree, and where in the text each part of it stands.
 *
 * @param places by JSON Pointer; the whole is under the empty one
 */
public record Document(JsonNode root, Map<String, Place> places) {

  public Document {
    places = Map.copyOf(places);
  }

  /**
   * Reads JSON.
   *
   * @throws Unreadable if it is none, or has a field twice
   */
  public static Document ofJson(String text) {
    return JsonText.read(text);
  }

  /**
   * Reads YAML as JSON would have it: words are text, whole and decimal numbers are numbers, {@code
   * true}, {@code false} and {@code null} are themselves. {@code NO} is Norway and {@code 04:00} is
   * a time of day, not what YAML 1.1 made of them.
   *
   * @throws Unreadable if it is none, has a field twice, or uses tags or aliases of lists
   */
  public static Document ofYaml(String text) {
    return YamlText.read(text);
  }

  /** Where something stands; of what is absent, where the nearest thing around it begins. */
  public Place placeOf(String pointer) {
    String at = pointer;
    while (!places.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return Objects.requireNonNull(places.get(at), "the whole has a place");
  }

  /** A pointer to a field below another. */
  static String below(String pointer, String name) {
    return pointer + '/' + name.replace("~", "~0").replace("/", "~1");
  }
}
