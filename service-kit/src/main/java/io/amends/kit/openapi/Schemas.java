package io.amends.kit.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** JSON Schemas of what records look like on the wire; each record is told once, by its name. */
final class Schemas {

  private final Map<String, Object> named = new TreeMap<>();

  /** All that were named so far, by name. */
  Map<String, Object> named() {
    return named;
  }

  Map<String, Object> of(ResolvableType type) {
    Class<?> raw = type.resolve(Object.class);
    if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", of(type.asCollection().getGeneric(0)));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return Map.of("type", "object", "additionalProperties", of(type.asMap().getGeneric(1)));
    }
    Map<String, Object> simple = simple(raw);
    if (simple != null) {
      return simple;
    }
    if (raw.isRecord()) {
      return ofRecord(raw);
    }
    return raw.isSealed()
        ? Map.of(
            "oneOf",
            Arrays.stream(raw.getPermittedSubclasses())
                .map(each -> of(ResolvableType.forClass(each)))
                .toList())
        : Map.of();
  }

  private static @Nullable Map<String, Object> simple(Class<?> raw) {
    if (raw.isEnum()) {
      return Map.of(
          "type",
          "string",
          "enum",
          Arrays.stream(raw.getEnumConstants()).map(Object::toString).toList());
    }
    if (CharSequence.class.isAssignableFrom(raw)) {
      return Map.of("type", "string");
    }
    if (raw == Instant.class) {
      return Map.of("type", "string", "format", "date-time");
    }
    if (raw == LocalDate.class) {
      return Map.of("type", "string", "format", "date");
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (raw == double.class || raw == Double.class || raw == BigDecimal.class) {
      return Map.of("type", "number");
    }
    boolean whole = raw == int.class || raw == long.class || raw == Integer.class;
    return whole || raw == Long.class ? Map.of("type", "integer") : null;
  }

  private Map<String, Object> ofRecord(Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.isAnnotationPresent(JsonValue.class)
          || component.getAccessor().isAnnotationPresent(JsonValue.class)) {
        return of(ResolvableType.forType(component.getGenericType()));
      }
    }
    String name = type.getSimpleName();
    if (!named.containsKey(name)) {
      named.put(name, Map.of()); // one that contains itself finds its name
      Map<String, Object> properties = new TreeMap<>();
      List<String> required = new ArrayList<>();
      add(type, properties, required);
      named.put(name, Map.of("type", "object", "properties", properties, "required", required));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private void add(Class<?> type, Map<String, Object> properties, List<String> required) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        add(component.getType(), properties, required);
        continue;
      }
      JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
      String name =
          renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
      properties.put(name, of(ResolvableType.forType(component.getGenericType())));
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(name);
      }
    }
  }
}
