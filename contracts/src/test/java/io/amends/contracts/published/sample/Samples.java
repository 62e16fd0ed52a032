package io.amends.contracts.published.sample;

import io.amends.contracts.published.Approved;
import io.amends.contracts.published.Json;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The approved examples that integrators read: {@code <type>.json}, {@code <type>/<case>.json}. */
public final class Samples {

  public static final Path FOLDER = Approved.RESOURCES.resolve("samples");

  private Samples() {}

  /** All, by name. */
  public static List<String> names() {
    return Approved.names(FOLDER);
  }

  /** Those of one type, its own first. */
  public static List<String> of(String type) {
    return Stream.concat(
            names().stream().filter(name -> name.equals(type + ".json")),
            names().stream().filter(name -> name.startsWith(type + "/")))
        .toList();
  }

  /** Whose it is. */
  public static String type(String name) {
    int folder = name.indexOf('/');
    return folder < 0
        ? name.substring(0, name.length() - ".json".length())
        : name.substring(0, folder);
  }

  public static JsonNode read(String name) {
    return Json.MAPPER.readTree(Approved.read(FOLDER.resolve(name)));
  }

  /**
   * The same for all that mean the same: instants in UTC, times with seconds, and lists of codes in
   * the order of the alphabet, since a set has none.
   */
  public static JsonNode normal(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode normal = Json.MAPPER.createObjectNode();
        object.properties().forEach(field -> normal.set(field.getKey(), normal(field.getValue())));
        yield normal;
      }
      case ArrayNode list -> {
        Stream<JsonNode> elements = list.valueStream().map(Samples::normal);
        boolean codes = list.valueStream().allMatch(JsonNode::isString);
        yield Json.MAPPER
            .createArrayNode()
            .addAll(
                (codes ? elements.sorted(Comparator.comparing(JsonNode::asString)) : elements)
                    .toList());
      }
      case StringNode text -> StringNode.valueOf(normal(text.asString()));
      default -> node;
    };
  }

  private static String normal(String text) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant().toString()
          : LocalTime.parse(text).format(DateTimeFormatter.ISO_LOCAL_TIME);
    } catch (DateTimeException notATime) {
      return text;
    }
  }
}
