package io.amends.kit.failures;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something has failed in this process. Counts of several stand side by side: while one
 * transaction holds two that fail, each is tried again whenever the other aborts it.
 */
public final class FailureCounts {

  /** So many failures are enough: then it is put aside. */
  public static final int ENOUGH = 3;

  /** Ours: a few hundred KB at most; the oldest is forgotten first. */
  private static final int REMEMBERED = 10_000;

  private final Map<String, Integer> times = new LinkedHashMap<>();
  private volatile boolean any;

  /** Whether it has failed so often that it should not be tried again. */
  public boolean enough(String what) {
    return times(what) >= ENOUGH;
  }

  /** How often it has failed. */
  public synchronized int times(String what) {
    return times.getOrDefault(what, 0);
  }

  /** Whether anything at all has; spares most records a look. */
  public boolean any() {
    return any;
  }

  /** Counts that it was put aside; whether that is the first time and should be told. */
  public synchronized boolean putAside(String what) {
    return times.merge(what, 1, Integer::sum) == ENOUGH + 1;
  }

  /** Counts one more; how often now. */
  public synchronized int failed(String what) {
    any = true;
    int now = times.merge(what, 1, Integer::sum);
    if (times.size() > REMEMBERED) {
      times.remove(times.keySet().iterator().next());
    }
    return now;
  }
}
