package io.amends.scorer.domain.fact;

/** How bad a failure was. */
public enum Severity {
  MINOR,
  MAJOR,
  CRITICAL;

  public Severity or(Severity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
