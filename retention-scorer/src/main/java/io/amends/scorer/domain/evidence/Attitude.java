package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.Signal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the guest did since the last stay that shows an attitude to coming back.
 *
 * @param counts how often each was seen; what was not seen is not in it
 */
public record Attitude(Map<Signal, Integer> counts) {

  /** A fourth of a kind says nothing new. */
  public static final int MOST = 3;

  public static final Attitude UNKNOWN = new Attitude(Map.of());

  public Attitude {
    counts = Map.copyOf(counts);
  }

  Attitude and(Signal signal) {
    Map<Signal, Integer> more = new EnumMap<>(Signal.class);
    more.putAll(counts);
    more.put(signal, Math.min(count(signal) + 1, MOST));
    return new Attitude(more);
  }

  /** What two who turn out to be one did together. */
  Attitude joined(Attitude other) {
    Map<Signal, Integer> all = new EnumMap<>(Signal.class);
    all.putAll(counts);
    other.counts.forEach(
        (signal, count) -> all.merge(signal, count, (a, b) -> Math.min(a + b, MOST)));
    return new Attitude(all);
  }

  public int count(Signal signal) {
    return counts.getOrDefault(signal, 0);
  }
}
