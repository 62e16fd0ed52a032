package io.amends.contracts.published;

import io.amends.contracts.EventType;
import io.amends.contracts.published.WireType.ByKey;
import io.amends.contracts.published.WireType.Choice;
import io.amends.contracts.published.WireType.Field;
import io.amends.contracts.published.WireType.Many;
import io.amends.contracts.published.WireType.Named;
import io.amends.contracts.published.WireType.OneOf;
import io.amends.contracts.published.WireType.Plain;
import io.amends.contracts.published.WireType.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** JSON Schema 2020-12 of what we write. It says what is there and forbids nothing more. */
final class JsonSchemas {

  static final Path FOLDER = Approved.RESOURCES.resolve("schemas");

  private final Map<String, Object> definitions = new TreeMap<>();

  private JsonSchemas() {}

  /** The schema of one event. */
  static Map<String, Object> of(Class<? extends Record> event) {
    String name = EventType.of(event);
    JsonSchemas schemas = new JsonSchemas();
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:amends:schema:" + name);
    schema.putAll(schemas.object(WireTypes.of(event)));
    if (!schemas.definitions.isEmpty()) {
      schema.put("$defs", schemas.definitions);
    }
    return schema;
  }

  /** As it stands in its file. */
  static JsonNode approved(String type) {
    return Documents.JSON.readTree(Approved.read(FOLDER.resolve(type + ".json")));
  }

  private Map<String, Object> schema(WireType type) {
    return switch (type) {
      case Plain plain -> plain.schema();
      case Named named -> named.as().schema();
      case Choice choice -> defined(choice.name(), codes(choice));
      case Structure structure -> defined(structure.name(), object(structure));
      case OneOf oneOf -> defined(oneOf.name(), alternatives(oneOf));
      case Many many -> list(many);
      case ByKey map -> map(map);
    };
  }

  private static Map<String, Object> codes(Choice choice) {
    return ordered("type", "string", "enum", choice.codes());
  }

  private Map<String, Object> object(Structure structure) {
    Map<String, Object> properties = new LinkedHashMap<>();
    structure.fields().forEach(field -> properties.put(field.name(), schema(field.type())));
    Map<String, Object> object = ordered("type", "object", "properties", properties);
    List<String> required =
        structure.fields().stream().filter(Field::required).map(Field::name).toList();
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    return object;
  }

  private Map<String, Object> alternatives(OneOf oneOf) {
    List<Object> alternatives = new ArrayList<>();
    oneOf
        .byTag()
        .forEach(
            (tag, structure) -> {
              Map<String, Object> tagged =
                  ordered(
                      "properties",
                      Map.of(oneOf.tag(), Map.of("const", tag)),
                      "required",
                      List.of(oneOf.tag()));
              alternatives.add(Map.of("allOf", List.of(tagged, schema(structure))));
            });
    return new LinkedHashMap<>(Map.of("anyOf", alternatives));
  }

  private Map<String, Object> list(Many many) {
    Map<String, Object> list = ordered("type", "array", "items", schema(many.of()));
    if (many.unique()) {
      list.put("uniqueItems", true);
    }
    return list;
  }

  private Map<String, Object> map(ByKey map) {
    Map<String, Object> object =
        ordered("type", "object", "additionalProperties", schema(map.value()));
    if (map.key() instanceof Choice choice) {
      object.put("propertyNames", schema(choice));
    }
    return object;
  }

  private Map<String, Object> defined(Class<?> type, Map<String, Object> schema) {
    String name = name(type);
    definitions.put(name, schema);
    return Map.of("$ref", "#/$defs/" + name);
  }

  /** With the types around it, so that no two have the same. */
  static String name(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return around == null ? type.getSimpleName() : name(around) + "." + type.getSimpleName();
  }

  private static Map<String, Object> ordered(String one, Object a, String two, Object b) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(one, a);
    map.put(two, b);
    return map;
  }
}
