package io.amends.contracts.recovery;

/** The 1-10-100 rule: what making good costs, by when it is done. */
public enum CostTier {
  ON_THE_SPOT,
  SAME_DAY,
  NEXT_DAY,
  LATER
}
