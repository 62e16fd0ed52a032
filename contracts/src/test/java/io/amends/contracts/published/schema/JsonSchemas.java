package io.amends.contracts.published.schema;

import io.amends.contracts.EventType;
import io.amends.contracts.published.Approved;
import io.amends.contracts.published.Json;
import io.amends.contracts.published.wire.WireType;
import io.amends.contracts.published.wire.WireType.ByKey;
import io.amends.contracts.published.wire.WireType.Choice;
import io.amends.contracts.published.wire.WireType.Field;
import io.amends.contracts.published.wire.WireType.Many;
import io.amends.contracts.published.wire.WireType.Named;
import io.amends.contracts.published.wire.WireType.OneOf;
import io.amends.contracts.published.wire.WireType.Plain;
import io.amends.contracts.published.wire.WireType.Structure;
import io.amends.contracts.published.wire.WireTypes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** JSON Schema 2020-12 of what we write. It says what is there and forbids nothing more. */
public final class JsonSchemas {

  public static final Path FOLDER = Approved.RESOURCES.resolve("schemas");

  private final Map<String, Object> definitions = new TreeMap<>();

  private final boolean closed;

  private JsonSchemas(boolean closed) {
    this.closed = closed;
  }

  /** What others go by. */
  public static Map<String, Object> open(Class<? extends Record> event) {
    return new JsonSchemas(false).of(event);
  }

  /** What our own samples go by: nothing stands in them that is not in the record. */
  public static Map<String, Object> closed(Class<? extends Record> event) {
    return new JsonSchemas(true).of(event);
  }

  private Map<String, Object> of(Class<? extends Record> event) {
    String name = EventType.of(event);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:amends:schema:" + name);
    schema.putAll(object(WireTypes.of(event), new LinkedHashMap<>()));
    if (!definitions.isEmpty()) {
      schema.put("$defs", definitions);
    }
    return schema;
  }

  /** As it stands in its file. */
  public static JsonNode approved(String type) {
    return Json.MAPPER.readTree(Approved.read(FOLDER.resolve(type + ".json")));
  }

  private Map<String, Object> schema(WireType type) {
    return switch (type) {
      case Plain plain -> plain.schema();
      case Named named -> named.as().schema();
      case Choice choice -> defined(choice.name(), codes(choice));
      case Structure structure ->
          defined(structure.name(), object(structure, new LinkedHashMap<>()));
      case OneOf oneOf -> defined(oneOf.name(), alternatives(oneOf));
      case Many many -> list(many);
      case ByKey map -> map(map);
    };
  }

  private static Map<String, Object> codes(Choice choice) {
    return ordered("type", "string", "enum", choice.codes());
  }

  private Map<String, Object> object(Structure structure, Map<String, Object> properties) {
    List<String> required = new ArrayList<>(properties.keySet());
    structure.fields().forEach(field -> properties.put(field.name(), schema(field.type())));
    Map<String, Object> object = ordered("type", "object", "properties", properties);
    structure.fields().stream().filter(Field::required).map(Field::name).forEach(required::add);
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    if (closed) {
      object.put("additionalProperties", false);
    }
    return object;
  }

  private Map<String, Object> alternatives(OneOf oneOf) {
    List<Object> alternatives = new ArrayList<>();
    oneOf
        .byTag()
        .forEach(
            (tag, structure) -> {
              Map<String, Object> properties = new LinkedHashMap<>();
              properties.put(oneOf.tag(), Map.of("const", tag));
              alternatives.add(defined(structure.name(), object(structure, properties)));
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
  public static String name(Class<?> type) {
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
