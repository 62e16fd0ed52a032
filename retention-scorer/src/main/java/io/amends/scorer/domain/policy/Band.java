package io.amends.scorer.domain.policy;

/** How much worse a guest stands than the same guest would without the failure. */
public enum Band {
  NONE,
  WATCH,
  ELEVATED,
  HIGH
}
