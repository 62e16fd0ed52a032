package io.amends.local.door;

import io.amends.contracts.topics.InboundKind;
import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The columns of a CSV file (RFC 4180): fields of the contract, {@code id} beside them; a field of
 * an object has a dot, as in {@code spend.minorUnits}, and a list has its entries with {@code ;}
 * between.
 */
final class CsvHeader {

  private static final String ID = "id";

  private final String line;
  private final List<String> names;
  private final List<JsonNode> types;

  private CsvHeader(String line, List<String> names, List<JsonNode> types) {
    this.line = line;
    this.names = names;
    this.types = types;
  }

  /**
   * Reads the first line.
   *
   * @throws StackFailure if a column is no field of the contract, or {@code id} is missing
   */
  static CsvHeader of(String line, InboundKind kind) {
    JsonNode schema = InboundSchema.of(kind);
    List<String> names = cells(line).stream().map(String::strip).toList();
    if (!names.contains(ID)) {
      throw new StackFailure("column id: absent (expected: a column with an id per row)");
    }
    List<JsonNode> types = new ArrayList<>();
    for (String name : names) {
      JsonNode type = name.equals(ID) ? schema.at("/none") : typeOf(schema, name);
      if (type.isMissingNode() && !name.equals(ID)) {
        throw new StackFailure(
            "column %s: no such field (expected: fields of %s)"
                .formatted(name, kind.word().toLowerCase(Locale.ROOT)));
      }
      types.add(type);
    }
    return new CsvHeader(line, names, types);
  }

  private static JsonNode typeOf(JsonNode schema, String name) {
    JsonNode at = schema;
    for (String step : name.split("\\.", -1)) {
      at = at.path("properties").path(step);
    }
    return at;
  }

  String line() {
    return line;
  }

  /** Whether every quote that was opened is closed. */
  static boolean isWhole(CharSequence record) {
    return record.chars().filter(letter -> letter == '"').count() % 2 == 0;
  }

  /** A row as one line of JSON; empty cells are left out. What does not fit, the door refuses. */
  String json(String record) {
    List<String> cells = cells(record);
    ObjectNode body = Json.mapper().createObjectNode();
    for (int i = 0; i < Math.min(cells.size(), names.size()); i++) {
      if (!cells.get(i).isEmpty()) {
        put(body, names.get(i).split("\\.", -1), types.get(i), cells.get(i));
      }
    }
    return new String(Json.bytes(body), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode body, String[] steps, JsonNode type, String cell) {
    ObjectNode at = body;
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.withObjectProperty(steps[i]);
    }
    at.set(steps[steps.length - 1], value(type, cell));
  }

  private static JsonNode value(JsonNode type, String cell) {
    String word = type.path("type").asString("string");
    if (word.equals("array")) {
      var list = Json.mapper().createArrayNode();
      for (String entry : cell.split(";", -1)) {
        list.add(entry.strip());
      }
      return list;
    }
    boolean literal =
        switch (word) {
          case "integer", "number" -> cell.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
          case "boolean" -> cell.equals("true") || cell.equals("false");
          default -> false;
        };
    return literal
        ? Json.mapper().readTree(cell)
        : tools.jackson.databind.node.JsonNodeFactory.instance.stringNode(cell);
  }

  private static List<String> cells(String record) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < record.length(); i++) {
      char letter = record.charAt(i);
      if (quoted && letter == '"' && i + 1 < record.length() && record.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (letter == '"') {
        quoted = !quoted;
      } else if (letter == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(letter);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
