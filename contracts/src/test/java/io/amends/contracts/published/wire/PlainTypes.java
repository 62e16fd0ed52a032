package io.amends.contracts.published.wire;

import io.amends.contracts.published.wire.WireType.Plain;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Java's own types, as the contract writes them. */
final class PlainTypes {

  private static final Map<Class<?>, Plain> ALL =
      Map.ofEntries(
          plain(String.class, "text", Map.of("type", "string")),
          plain(boolean.class, "true or false", Map.of("type", "boolean")),
          plain(int.class, "whole number", Map.of("type", "integer")),
          plain(long.class, "whole number", Map.of("type", "integer")),
          plain(double.class, "number", Map.of("type", "number")),
          plain(BigDecimal.class, "decimal number", Map.of("type", "number")),
          plain(Instant.class, "instant, UTC", formatted("date-time")),
          plain(LocalDate.class, "calendar date", formatted("date")),
          plain(
              LocalTime.class,
              "wall-clock time, HH:mm:ss",
              matching("^\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?$")),
          plain(Duration.class, "duration, ISO 8601", formatted("duration")),
          plain(Period.class, "period of the calendar, ISO 8601", formatted("duration")),
          plain(Currency.class, "currency, ISO 4217", matching("^[A-Z]{3}$")),
          plain(Object.class, "any value", Map.of()));

  private static final Map<Class<?>, Class<?>> BARE =
      Map.of(
          Boolean.class, boolean.class,
          Integer.class, int.class,
          Long.class, long.class,
          Double.class, double.class);

  private PlainTypes() {}

  /** What a type is on the wire; null if it is none of Java's, or the contract has not met it. */
  static @Nullable Plain of(Class<?> type) {
    return ALL.get(BARE.getOrDefault(type, type));
  }

  private static Map.Entry<Class<?>, Plain> plain(
      Class<?> type, String words, Map<String, Object> schema) {
    return Map.entry(type, new Plain(schema, words));
  }

  private static Map<String, Object> formatted(String format) {
    return with("format", format);
  }

  private static Map<String, Object> matching(String pattern) {
    return with("pattern", pattern);
  }

  private static Map<String, Object> with(String keyword, String value) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put(keyword, value);
    return schema;
  }
}
