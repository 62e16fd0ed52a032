package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.CostTier;
import org.jspecify.annotations.Nullable;

/** What was done about a failure. */
public sealed interface Handling {

  /** Nobody spoke up about it. */
  record Silent() implements Handling {}

  /** Under way; what will come of it can only be expected. */
  record Open(CostTier tier) implements Handling {}

  /** Nothing came of the complaint. */
  record GivenUp() implements Handling {}

  /**
   * Made good.
   *
   * @param tier in which it was made good
   * @param satisfaction 1 to 5, null if the guest did not say
   */
  record Resolved(Delay delay, CostTier tier, @Nullable Integer satisfaction) implements Handling {}
}
