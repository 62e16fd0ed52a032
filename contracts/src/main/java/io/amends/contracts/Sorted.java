package io.amends.contracts;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Sets that have one order in every process: the same event is the same bytes. */
public final class Sorted {

  private Sorted() {}

  /** An unmodifiable copy in natural order; enums in the order in which they are declared. */
  public static <E extends Comparable<? super E>> Set<E> copyOf(Collection<E> items) {
    return Collections.unmodifiableSet(new TreeSet<>(items));
  }
}
