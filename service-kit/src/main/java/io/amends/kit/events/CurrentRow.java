package io.amends.kit.events;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One row of a reference table, parsed once for as long as its bytes stay the same. Used by one
 * thread.
 */
public final class CurrentRow<T> {

  private final String key;
  private final T otherwise;
  private final Function<byte[], T> parse;
  private byte @Nullable [] parsedFrom;
  private T parsed;

  /**
   * Prepares it.
   *
   * @param otherwise what holds as long as there is no row
   */
  public CurrentRow(String key, T otherwise, Function<byte[], T> parse) {
    this.key = key;
    this.otherwise = otherwise;
    this.parse = parse;
    this.parsed = otherwise;
  }

  /**
   * A row that holds a document; as long as there is none, the one that ships holds.
   *
   * @param shipped a YAML resource
   * @param document what of the row's bytes the document is
   * @param type what is made of either
   */
  public static <T> CurrentRow<T> orShipped(
      String key, String shipped, Function<byte[], ?> document, Class<T> type) {
    return new CurrentRow<>(
        key,
        Json.mapper().convertValue(Yaml.resource(shipped), type),
        row -> Json.mapper().convertValue(document.apply(row), type));
  }

  /**
   * What holds now.
   *
   * @param table the table's rows by key
   */
  public T in(Function<String, byte @Nullable []> table) {
    byte @Nullable [] row = table.apply(key);
    if (row == null) {
      return otherwise;
    }
    if (!Arrays.equals(row, parsedFrom)) {
      parsed = parse.apply(row);
      parsedFrom = row;
    }
    return parsed;
  }
}
