package io.amends.intake.schema;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.time.IanaZone;
import io.amends.intake.domain.Flaws;
import io.amends.kit.events.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Whether values are what they look like: a schema knows how a currency is written, and not which
 * ones there are.
 */
public final class Values {

  private static final Map<Class<?>, String> WORDS =
      Map.of(
          Currency.class, "a currency of ISO 4217",
          IanaZone.class, "an IANA zone id such as Asia/Kathmandu",
          Instant.class, "a time such as 2026-11-20T21:14:00+08:00",
          LocalDate.class, "a date such as 2026-11-20",
          LocalTime.class, "a time of day such as 04:00",
          Duration.class, "an ISO 8601 duration such as PT10M",
          BigDecimal.class, "a number",
          int.class, "a whole number",
          Integer.class, "a whole number",
          boolean.class, "true or false");

  private Values() {}

  /** What keeps a document from being read as this type; empty if nothing does. */
  public static List<Flaw> flaws(JsonNode document, Class<?> type) {
    try {
      Object _ = Json.mapper().treeToValue(document, type);
      return List.of();
    } catch (JacksonException unfit) {
      return List.of(flaw(document, unfit));
    }
  }

  private static Flaw flaw(JsonNode document, JacksonException unfit) {
    String pointer = unfit.getPath().stream().map(Values::step).collect(Collectors.joining());
    JsonNode value = document.at(pointer);
    return new Flaw(pointer, found(value), expected(typeOf(unfit)));
  }

  private static String step(JacksonException.Reference step) {
    String name = step.getPropertyName();
    return name == null ? "/" + step.getIndex() : "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static @Nullable String found(JsonNode value) {
    return switch (value.getNodeType()) {
      case MISSING -> null;
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      default -> Flaws.named(value.asString());
    };
  }

  private static @Nullable Class<?> typeOf(JacksonException unfit) {
    return switch (unfit) {
      case MismatchedInputException mismatch -> mismatch.getTargetType();
      case ValueInstantiationException refused -> refused.getType().getRawClass();
      default -> null;
    };
  }

  static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "a value that can be read";
    }
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    return WORDS.getOrDefault(type, "a " + type.getSimpleName());
  }
}
