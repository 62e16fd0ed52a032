package io.amends.contracts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The name that a message carries in its header {@code ce_type}, never in its body. */
public final class EventType {

  private EventType() {}

  /**
   * The name of an event type.
   *
   * @throws IllegalArgumentException if the record has no {@link JsonTypeName}, a fault of ours
   */
  public static String of(Class<?> event) {
    JsonTypeName name = event.getAnnotation(JsonTypeName.class);
    if (name == null) {
      throw new IllegalArgumentException(
          "event: %s (expected: a record with @JsonTypeName)".formatted(event.getName()));
    }
    return name.value();
  }

  /** All events below a sealed interface (also through further sealed interfaces), by name. */
  public static <E> Map<String, Class<? extends E>> under(Class<E> family) {
    Map<String, Class<? extends E>> byName = new LinkedHashMap<>();
    collect(family, byName);
    return Collections.unmodifiableMap(byName);
  }

  private static <E> void collect(Class<? extends E> type, Map<String, Class<? extends E>> byName) {
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses())
          .forEach(sub -> collect(sub.asSubclass(type), byName));
    } else {
      byName.put(of(type), type);
    }
  }
}
