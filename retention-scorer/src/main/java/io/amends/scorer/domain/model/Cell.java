package io.amends.scorer.domain.model;

import io.amends.scorer.domain.fact.Severity;

/** One of the eight cells of the TARP table: how bad it was, and what came of it. */
public enum Cell {
  MINOR_SILENT,
  MINOR_NOT_RESOLVED,
  MINOR_RESOLVED,
  MINOR_RESOLVED_QUICKLY,
  MAJOR_SILENT,
  MAJOR_NOT_RESOLVED,
  MAJOR_RESOLVED,
  MAJOR_RESOLVED_QUICKLY;

  /** TARP knows two sizes of problem; a critical one reads as major. [ours] */
  static Cell silent(Severity severity) {
    return severity == Severity.MINOR ? MINOR_SILENT : MAJOR_SILENT;
  }

  static Cell notResolved(Severity severity) {
    return severity == Severity.MINOR ? MINOR_NOT_RESOLVED : MAJOR_NOT_RESOLVED;
  }

  static Cell resolved(Severity severity) {
    return severity == Severity.MINOR ? MINOR_RESOLVED : MAJOR_RESOLVED;
  }

  public static Cell resolvedQuickly(Severity severity) {
    return severity == Severity.MINOR ? MINOR_RESOLVED_QUICKLY : MAJOR_RESOLVED_QUICKLY;
  }
}
