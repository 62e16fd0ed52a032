package io.amends.scorer.domain.profile;

import io.amends.scorer.domain.statistics.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * What became of the statistics.
 *
 * @param oddity what was wrong with the fact, null if nothing was
 */
public record Folded(Statistics after, @Nullable Oddity oddity) {

  static Folded well(Statistics after) {
    return new Folded(after, null);
  }

  static Folded well(Change change) {
    return new Folded(change.made(), null);
  }

  static Folded oddly(Oddity oddity, Statistics after) {
    return new Folded(after, oddity);
  }
}
