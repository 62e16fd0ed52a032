package io.amends.bench.deadlines;

import io.amends.bench.deadlines.Restart.Told;
import io.amends.bench.figures.Bound;
import io.amends.bench.figures.Figure;
import io.amends.bench.figures.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures of one run, and what each must reach. */
final class Findings {

  private static final Bound ARMED = Bound.atLeast(25_000);
  private static final Bound LATENESS = Bound.atMost(1_500);
  private static final Bound DRAINED = Bound.atLeast(20_000);
  private static final Bound OTHERS = Bound.below(1_000);
  private static final Bound NONE = Bound.atMost(0);

  private final List<Figure> figures = new ArrayList<>();
  private final boolean fullSize;

  /**
   * None yet.
   *
   * @param fullSize whether speed is asked for; that nothing is early, lost, told twice or false is
   *     asked for at any size
   */
  Findings(boolean fullSize) {
    this.fullSize = fullSize;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  void armed(Both<Arming> arming) {
    add("armed", "1/s", arming, Arming::perSecond, ARMED);
    add("armed.processor", "us", arming, Arming::processorMicrosEach, null);
  }

  void stored(Both<Double> bytesEach) {
    add("stored", "B", bytesEach, bytes -> bytes, null);
  }

  void fell(Both<Percentiles> lateness) {
    add("second.lateness.p50", "ms", lateness, all -> all.at(50), null);
    add("second.lateness.p99", "ms", lateness, all -> all.at(99), LATENESS);
    add("second.lateness.max", "ms", lateness, Percentiles::max, null);
  }

  void drained(Both<Drain> drains) {
    add("drained", "1/s", drains, Drain::perSecond, DRAINED);
    add("drained.processor", "us", drains, Drain::processorMicrosEach, null);
    Both<Percentiles> others = drains.map(Drain::othersSinceAppended);
    add("drained.others.p50", "ms", others, all -> all.at(50), null);
    add("drained.others.p99", "ms", others, all -> all.at(99), OTHERS);
    add("drained.others.max", "ms", others, Percentiles::max, null);
    Both<Percentiles> scheduled = drains.map(Drain::othersSinceScheduled);
    add("drained.others.p99.scheduled", "ms", scheduled, all -> all.at(99), null);
  }

  void restarted(String how, Both<Told> told) {
    add("restarted." + how + ".first", "s", told, Told::first, null);
    add("restarted." + how + ".last", "s", told, Told::last, null);
  }

  /** What went wrong with the component; the bare limit promises nothing. */
  void counted(Ledger.Count count, long lostOfThoseStillOpen) {
    alone("told", count.rung(), null);
    alone("early", count.early(), NONE);
    alone("lost", count.lost() + lostOfThoseStillOpen, NONE);
    alone("duplicate", count.duplicate(), NONE);
    alone("false", count.wrong(), NONE);
    alone("forced", count.forced(), null);
  }

  void neighbours(double percent) {
    figures.add(Figure.of("machine.neighbours", percent, "%"));
  }

  private <T> void add(
      String name, String unit, Both<T> both, ToDoubleFunction<T> value, @Nullable Bound bound) {
    figures.add(
        Figure.of("deadlines." + name, value.applyAsDouble(both.component()), unit)
            .limit(value.applyAsDouble(both.bare()))
            .bound(fullSize ? bound : null));
  }

  private void alone(String name, long value, @Nullable Bound bound) {
    figures.add(Figure.of("deadlines." + name, (double) value, "").bound(bound));
  }
}
