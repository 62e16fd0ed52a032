package io.amends.bench.deadlines;

import java.util.function.Consumer;
import java.util.function.Function;

/** One of each: of the component that is measured, and of the bare limit. */
record Both<T>(T component, T bare) {

  <R> Both<R> map(Function<T, R> made) {
    return new Both<>(made.apply(component), made.apply(bare));
  }

  /** In turns, so that a neighbour who comes or goes meets both. */
  void each(Consumer<T> done) {
    done.accept(component);
    done.accept(bare);
  }
}
