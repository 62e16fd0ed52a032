package io.amends.contracts.published.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.amends.contracts.published.wire.WireType.ByKey;
import io.amends.contracts.published.wire.WireType.Choice;
import io.amends.contracts.published.wire.WireType.Component;
import io.amends.contracts.published.wire.WireType.Field;
import io.amends.contracts.published.wire.WireType.Many;
import io.amends.contracts.published.wire.WireType.Named;
import io.amends.contracts.published.wire.WireType.OneOf;
import io.amends.contracts.published.wire.WireType.Plain;
import io.amends.contracts.published.wire.WireType.Structure;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads off records and their annotations what Jackson makes of them; the samples prove it. */
public final class WireTypes {

  private WireTypes() {}

  /**
   * What an event is on the wire.
   *
   * @throws IllegalArgumentException naming the type that has no row here
   */
  public static Structure of(Class<? extends Record> event) {
    return structure(event);
  }

  private static Structure structure(Class<?> type) {
    List<Field> fields = fields(type).toList();
    Set<String> names = new HashSet<>();
    for (Field field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException(
            "%s: %s twice (expected: once; an unwrapped record has it too)"
                .formatted(type.getName(), field.name()));
      }
    }
    return new Structure(type, fields);
  }

  private static Stream<Field> fields(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).flatMap(WireTypes::fields);
  }

  private static Stream<Field> fields(RecordComponent component) {
    Method accessor = component.getAccessor();
    if (accessor.isAnnotationPresent(JsonUnwrapped.class)) {
      return fields(component.getType());
    }
    JsonProperty renamed = accessor.getAnnotation(JsonProperty.class);
    return Stream.of(
        new Field(
            renamed == null ? component.getName() : renamed.value(),
            of(component.getGenericType()),
            !nullable(component.getAnnotatedType()) && !leftOutIfEmpty(accessor),
            new Component(component.getDeclaringRecord(), component.getName())));
  }

  private static boolean nullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static boolean leftOutIfEmpty(AnnotatedElement accessor) {
    JsonInclude include = accessor.getAnnotation(JsonInclude.class);
    return include != null && include.value() == JsonInclude.Include.NON_EMPTY;
  }

  private static WireType of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> raw = (Class<?>) type;
    Plain plain = PlainTypes.of(raw);
    return plain == null ? ours(raw) : plain;
  }

  private static WireType container(Class<?> raw, Type[] of) {
    if (raw == Map.class) {
      return new ByKey(of(of[0]), of(of[1]));
    }
    if (raw == List.class || raw == Set.class) {
      return new Many(of(of[0]), raw == Set.class);
    }
    throw unknown(raw);
  }

  private static WireType ours(Class<?> type) {
    Optional<Method> value =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(JsonValue.class))
            .findAny();
    if (value.isPresent()) {
      return new Named(type, (Plain) of(value.get().getGenericReturnType()));
    }
    if (type.isEnum()) {
      return new Choice(
          type,
          Arrays.stream(type.getEnumConstants()).map(code -> ((Enum<?>) code).name()).toList());
    }
    if (type.isAnnotationPresent(JsonTypeInfo.class)) {
      Map<String, Structure> byTag = new LinkedHashMap<>();
      collect(type, byTag);
      return new OneOf(type, type.getAnnotation(JsonTypeInfo.class).property(), byTag);
    }
    if (type.isRecord()) {
      return structure(type);
    }
    throw unknown(type);
  }

  private static void collect(Class<?> family, Map<String, Structure> byTag) {
    for (Class<?> member : family.getPermittedSubclasses()) {
      if (member.isSealed()) {
        collect(member, byTag);
      } else {
        byTag.put(member.getAnnotation(JsonTypeName.class).value(), structure(member));
      }
    }
  }

  private static IllegalArgumentException unknown(Class<?> type) {
    return new IllegalArgumentException(
        "type: %s (expected: one that WireTypes knows; add its row)".formatted(type.getName()));
  }
}
