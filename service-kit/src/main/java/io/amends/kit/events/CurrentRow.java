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
