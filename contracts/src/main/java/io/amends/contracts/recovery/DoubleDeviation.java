package io.amends.contracts.recovery;

/** A second failure on top of the first: guests mostly leave over this one. */
public enum DoubleDeviation {
  REOPENED,
  /** What was granted did not reach the guest in time. */
  PROMISE_BROKEN,
  /** The same again in the same stay. */
  SAME_FAILURE_AGAIN
}
