package io.amends.intake.http;

import io.amends.intake.stream.Trial;
import io.amends.intake.stream.Trials;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the lines of one batch that was validated and not sent, so that its own repeats show:
 * as many of the last ones as fit a bound, since a batch has no end.
 */
final class LinesTried {

  /** Ours: a few megabytes a batch. */
  private static final int MOST = 20_000;

  private final Map<String, Long> fingerprints =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST;
        }
      };

  /** What follows from an earlier line of this id; null: there was none. */
  synchronized @Nullable Trial before(String id, long fingerprint) {
    Long earlier = fingerprints.putIfAbsent(id, fingerprint);
    return earlier == null ? null : Trials.repeated(earlier == fingerprint);
  }

  /** A line that would not be let in leaves its id to another. */
  synchronized void note(String id, Trial trial) {
    if (trial.result() != Trial.Result.ACCEPTED && trial.result() != Trial.Result.DUPLICATE) {
      fingerprints.remove(id);
    }
  }
}
