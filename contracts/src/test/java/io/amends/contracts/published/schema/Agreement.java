package io.amends.contracts.published.schema;

import io.amends.contracts.Role;
import io.amends.contracts.published.wire.WireType;
import io.amends.contracts.published.wire.WireType.ByKey;
import io.amends.contracts.published.wire.WireType.Choice;
import io.amends.contracts.published.wire.WireType.Field;
import io.amends.contracts.published.wire.WireType.Many;
import io.amends.contracts.published.wire.WireType.Named;
import io.amends.contracts.published.wire.WireType.OneOf;
import io.amends.contracts.published.wire.WireType.Plain;
import io.amends.contracts.published.wire.WireType.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Where a schema that was written by hand and the record that reads it differ. */
final class Agreement {

  /** Nobody outside is ever this. */
  private static final Map<Class<?>, Set<String>> NEVER_SENT =
      Map.of(Role.class, Set.of(Role.SYSTEM.name()));

  private final List<String> differences = new ArrayList<>();

  private Agreement() {}

  /** The differences, each "place keyword: found (expected: …)"; empty if there are none. */
  static List<String> differences(Structure record, JsonNode schema) {
    Agreement agreement = new Agreement();
    agreement.object("", record, schema);
    return agreement.differences;
  }

  private void compare(String at, WireType type, JsonNode schema) {
    switch (type) {
      case Plain plain -> plain(at, plain, schema);
      case Named named -> plain(at, named.as(), schema);
      case Choice choice -> same(at, "enum", codes(choice), strings(schema.path("enum")));
      case Structure structure -> object(at, structure, schema);
      case Many many -> {
        keyword(at, "type", "array", schema);
        compare(at + "[]", many.of(), schema.path("items"));
      }
      case ByKey _ -> keyword(at, "type", "object", schema);
      case OneOf _ ->
          throw new IllegalArgumentException(at + ": alternatives (expected: none at the door)");
    }
  }

  private void object(String at, Structure record, JsonNode schema) {
    keyword(at, "additionalProperties", "false", schema);
    List<Field> fields = record.fields();
    JsonNode properties = schema.path("properties");
    same(at, "properties", fields.stream().map(Field::name).toList(), properties.propertyNames());
    same(
        at,
        "required",
        fields.stream().filter(Field::required).map(Field::name).toList(),
        strings(schema.path("required")));
    for (Field field : fields) {
      if (properties.has(field.name())) {
        compare(at + "/" + field.name(), field.type(), properties.path(field.name()));
      }
    }
  }

  /** A schema may say more than a Java type; a format it must not leave out. */
  private void plain(String at, Plain plain, JsonNode schema) {
    plain.schema().entrySet().stream()
        .filter(keyword -> !keyword.getKey().equals("pattern"))
        .forEach(keyword -> keyword(at, keyword.getKey(), keyword.getValue().toString(), schema));
  }

  private void keyword(String at, String keyword, String expected, JsonNode schema) {
    String found = schema.path(keyword).asString("absent");
    if (!found.equals(expected)) {
      differences.add("%s %s: %s (expected: %s)".formatted(at, keyword, found, expected));
    }
  }

  private void same(
      String at, String keyword, Collection<String> expected, Collection<String> found) {
    if (!Set.copyOf(expected).equals(Set.copyOf(found))) {
      differences.add(
          "%s %s: %s (expected: %s)"
              .formatted(at, keyword, new TreeSet<>(found), new TreeSet<>(expected)));
    }
  }

  private static List<String> codes(Choice choice) {
    Set<String> neverSent = NEVER_SENT.getOrDefault(choice.name(), Set.of());
    return choice.codes().stream().filter(code -> !neverSent.contains(code)).toList();
  }

  private static List<String> strings(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
