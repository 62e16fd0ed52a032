package io.amends.bench.figures;

import org.jspecify.annotations.Nullable;

/**
 * One measured number.
 *
 * @param name with dots, such as {@code start.ready}
 * @param limit the bare limit of the same run: what the machine does without our rules; null if
 *     there is none
 * @param bound what it must reach; null if nothing is asked of it
 */
public record Figure(
    String name, double value, String unit, @Nullable Double limit, @Nullable Bound bound) {

  /** A number that nothing is asked of. */
  public static Figure of(String name, double value, String unit) {
    return new Figure(name, value, unit, null, null);
  }

  /** The same, with what it must reach. */
  public Figure bound(@Nullable Bound mustReach) {
    return new Figure(name, value, unit, limit, mustReach);
  }

  /** The same, with the bare limit of the same run. */
  public Figure limit(double bareLimit) {
    return new Figure(name, value, unit, bareLimit, bound);
  }

  boolean misses() {
    return bound != null && !bound.isMetBy(value);
  }
}
