package io.amends.bench.figures;

import org.HdrHistogram.Histogram;

/** Durations in milliseconds as they were measured, every one of them. One thread at a time. */
public final class Percentiles {

  /** 0.1 %: finer than anything that is asked of a percentile here. */
  private static final int DIGITS = 3;

  private final Histogram histogram = new Histogram(DIGITS);

  /** What is said to have taken less than nothing took nothing: two clocks never agree wholly. */
  public void add(long millis) {
    histogram.recordValue(Math.max(0, millis));
  }

  public void add(Percentiles other) {
    histogram.add(other.histogram);
  }

  /** Begins anew. */
  public void clear() {
    histogram.reset();
  }

  /** How many there are. */
  public long count() {
    return histogram.getTotalCount();
  }

  /**
   * So much of all took at most this long; NaN if nothing was measured.
   *
   * @param percent from 0 to 100
   */
  public double at(double percent) {
    return count() == 0 ? Double.NaN : histogram.getValueAtPercentile(percent);
  }

  public double max() {
    return count() == 0 ? Double.NaN : histogram.getMaxValue();
  }
}
