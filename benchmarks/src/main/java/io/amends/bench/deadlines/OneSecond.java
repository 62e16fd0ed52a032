package io.amends.bench.deadlines;

import io.amends.bench.deadlines.Fall.Falling;
import io.amends.bench.figures.Percentiles;
import java.io.PrintStream;

/** Alarms that fall due within one second, evenly: how late each is heard. */
final class OneSecond {

  private static final long SECOND = 1_000;

  private final Side side;
  private final Percentiles lateness = new Percentiles();

  OneSecond(Side side) {
    this.side = side;
  }

  void measure(int count, PrintStream progress) {
    lateness.add(fall(count, progress));
  }

  Percentiles lateness() {
    return lateness;
  }

  private Percentiles fall(int count, PrintStream progress) {
    Falling falling = Fall.of(side, count, SECOND, progress);
    falling.watch().await();
    return falling.watch().lateness();
  }
}
