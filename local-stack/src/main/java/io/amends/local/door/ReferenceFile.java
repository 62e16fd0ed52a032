package io.amends.local.door;

import io.amends.kit.documents.Document;
import io.amends.kit.documents.Place;
import io.amends.kit.documents.Unreadable;
import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of reference data, YAML or JSON, in parts that the door takes; what is wrong with a part
 * is told by the line of the file. A policy may stand alone, as the one that ships does.
 */
final class ReferenceFile {

  /** Bytes; the door takes half a mebibyte, and a list is cut between its entries. */
  private static final int LARGEST_PART = 256 * 1024;

  private final Path path;
  private final Document document;
  private final boolean policyAlone;

  private ReferenceFile(Path path, Document document) {
    this.path = path;
    this.document = document;
    this.policyAlone = document.root().at("/policy/version").isValueNode();
  }

  /**
   * As much as the door takes at once.
   *
   * @param from of each list, the index of its first entry in the file
   */
  record Part(ObjectNode body, Map<String, Integer> from) {}

  /**
   * Reads one.
   *
   * @throws StackFailure if it cannot be read; it says at which line
   */
  static ReferenceFile read(Path path) {
    String text;
    try {
      text = Files.readString(path);
    } catch (CharacterCodingException failure) {
      throw new StackFailure("%s: no UTF-8 (expected: UTF-8)".formatted(path), failure);
    } catch (IOException failure) {
      throw new StackFailure("Expected to read %s, but: %s".formatted(path, failure), failure);
    }
    boolean json = path.getFileName().toString().endsWith(".json");
    try {
      ReferenceFile file =
          new ReferenceFile(path, json ? Document.ofJson(text) : Document.ofYaml(text));
      if (!file.document.root().isObject()) {
        throw new StackFailure(
            "%s: no object (expected: properties, rosters, guests, rates or a policy)"
                .formatted(path));
      }
      return file;
    } catch (Unreadable unreadable) {
      throw new StackFailure(
          "%s:%d:%d: %s (expected: %s)"
              .formatted(
                  path,
                  unreadable.place().line(),
                  unreadable.place().column(),
                  unreadable.found(),
                  unreadable.expected()),
          unreadable);
    }
  }

  List<Part> parts() {
    if (policyAlone) {
      ObjectNode body = Json.mapper().createObjectNode();
      body.set("policy", document.root());
      return List.of(new Part(body, Map.of()));
    }
    List<Part> parts = new ArrayList<>();
    ObjectNode rest = Json.mapper().createObjectNode();
    document
        .root()
        .properties()
        .forEach(
            field -> {
              if (field.getValue() instanceof ArrayNode list) {
                parts.addAll(cut(field.getKey(), list));
              } else {
                rest.set(field.getKey(), field.getValue());
              }
            });
    if (!rest.isEmpty()) {
      parts.add(new Part(rest, Map.of()));
    }
    return parts;
  }

  private static List<Part> cut(String name, ArrayNode list) {
    List<Part> parts = new ArrayList<>();
    ArrayNode taken = Json.mapper().createArrayNode();
    int bytes = 0;
    for (int i = 0; i < list.size(); i++) {
      JsonNode entry = list.get(i);
      int size = Json.bytes(entry).length;
      if (!taken.isEmpty() && bytes + size > LARGEST_PART) {
        parts.add(part(name, taken, i - taken.size()));
        taken = Json.mapper().createArrayNode();
        bytes = 0;
      }
      taken.add(entry);
      bytes += size;
    }
    parts.add(part(name, taken, list.size() - taken.size()));
    return parts;
  }

  private static Part part(String name, ArrayNode entries, int from) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.set(name, entries);
    return new Part(body, new TreeMap<>(Map.of(name, from)));
  }

  /** A line for people: file, line, column, field, found, expected. */
  String tell(Part part, JsonNode error) {
    String pointer = inFile(part, error.path("pointer").asString(""));
    Place place = document.placeOf(pointer);
    return "%s:%d:%d: %s: %s (expected: %s)"
        .formatted(
            path,
            place.line(),
            place.column(),
            pointer.isEmpty() ? "the whole" : pointer,
            error.path("found").asString(""),
            error.path("expected").asString(""));
  }

  private String inFile(Part part, String pointer) {
    if (policyAlone) {
      return pointer.startsWith("/policy") ? pointer.substring("/policy".length()) : pointer;
    }
    String[] steps = pointer.split("/", -1);
    if (steps.length > 2 && part.from().containsKey(steps[1])) {
      steps[2] = Integer.toString(Integer.parseInt(steps[2]) + part.from().get(steps[1]));
      return String.join("/", steps);
    }
    return pointer;
  }
}
