package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failures of one stay that the guest said nothing about.
 *
 * @param severity of the worst of them
 * @param firstAt when the first of them was noticed
 * @param worstAt when the worst of them was noticed
 */
public record SilentFailure(Severity severity, int count, Instant firstAt, Instant worstAt) {

  /** More failures in one stay than this say nothing new. */
  public static final int MOST = 7;

  SilentFailure and(Severity another, Instant at) {
    boolean worse = another.compareTo(severity) > 0;
    return new SilentFailure(
        severity.or(another), Math.min(count + 1, MOST), firstAt, worse ? at : worstAt);
  }

  /** Those of two who turn out to be one. */
  SilentFailure joined(SilentFailure other) {
    boolean worse = other.severity.compareTo(severity) > 0;
    return new SilentFailure(
        severity.or(other.severity),
        Math.min(count + other.count, MOST),
        other.firstAt.isBefore(firstAt) ? other.firstAt : firstAt,
        worse ? other.worstAt : worstAt);
  }

  /** Whether one had been noticed by a second since 1970. */
  public boolean isSeenBy(long second) {
    return firstAt.getEpochSecond() <= second;
  }

  /** How bad it was known to be; of a failure that was not the worst, only that it was. */
  public Severity severityBy(long second) {
    return worstAt.getEpochSecond() <= second ? severity : Severity.MINOR;
  }

  /** How many were known. */
  public int countBy(long second) {
    return worstAt.getEpochSecond() <= second ? count : 1;
  }

  /** What of it was noticed at {@code start} or later; null if nothing was. */
  @Nullable SilentFailure since(Instant start) {
    if (worstAt.isBefore(start)) {
      return null;
    }
    return firstAt.isBefore(start) ? new SilentFailure(severity, 1, worstAt, worstAt) : this;
  }
}
