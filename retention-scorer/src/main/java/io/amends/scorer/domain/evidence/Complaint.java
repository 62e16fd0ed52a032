package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure that somebody spoke up about, and what has been done about it since.
 *
 * @param tier the dearest cost tier that was told; time alone may have moved on
 * @param tierSince when that tier began
 * @param resolution how it was made good, null if it never was
 * @param failures how often a recovery of it failed
 * @param failedAt when a recovery of it failed last, null if none did
 */
public record Complaint(
    Reference reference,
    Severity severity,
    Voice voice,
    Instant madeAt,
    CostTier tier,
    Instant tierSince,
    @Nullable Resolution resolution,
    int failures,
    @Nullable Instant failedAt) {

  /** More double deviations than this say nothing new. */
  public static final int MOST_FAILURES = 3;

  /**
   * How long a complaint may stay open before it counts as never to be resolved. [ours] The slowest
   * promise of the default policy is three days; a month is ten times that.
   */
  public static final Duration GIVEN_UP_AFTER = Duration.ofDays(30);

  /**
   * The end of a recovery.
   *
   * @param satisfaction 1 to 5, null if the guest did not say
   */
  public record Resolution(Instant at, @Nullable Integer satisfaction) {}

  public static Complaint made(Reference reference, Severity severity, Voice voice, Instant at) {
    return new Complaint(reference, severity, voice, at, CostTier.ON_THE_SPOT, at, null, 0, null);
  }

  public Complaint inTier(CostTier entered, Instant at) {
    return entered.compareTo(tier) <= 0
        ? this
        : new Complaint(
            reference, severity, voice, madeAt, entered, at, resolution, failures, failedAt);
  }

  /**
   * LastTold twice, it was made good when it was told first; what the guest said of it may follow.
   */
  public Complaint resolved(Instant at, @Nullable Integer satisfaction) {
    Resolution made = resolution;
    Resolution next =
        made == null || !isResolved(made)
            ? new Resolution(at, satisfaction)
            : new Resolution(
                made.at(), made.satisfaction() == null ? satisfaction : made.satisfaction());
    return new Complaint(
        reference, severity, voice, madeAt, tier, tierSince, next, failures, failedAt);
  }

  public Complaint failedAgain(Instant at) {
    return new Complaint(
        reference,
        severity,
        voice,
        madeAt,
        tier,
        tierSince,
        resolution,
        Math.min(failures + 1, MOST_FAILURES),
        at);
  }

  /** How it stands at a moment, if nothing is heard until then. */
  public Handling handlingAt(Instant asOf) {
    Resolution made = resolution;
    if (made != null && isResolved(made)) {
      return resolvedBy(made);
    }
    return asOf.isBefore(givenUpAt()) ? new Handling.Open(tierAt(asOf)) : new Handling.GivenUp();
  }

  private boolean isResolved(Resolution made) {
    return failedAt == null || !failedAt.isAfter(made.at());
  }

  private Handling.Resolved resolvedBy(Resolution made) {
    return new Handling.Resolved(
        Delay.between(madeAt, made.at()), tierAt(made.at()), made.satisfaction());
  }

  /** A month after it was made, or after its recovery failed. */
  private Instant givenUpAt() {
    return (failedAt == null ? madeAt : failedAt).plus(GIVEN_UP_AFTER);
  }

  /** The complaint as it was known at a moment; null if it had not been made. */
  @Nullable Complaint knownAt(Instant then) {
    if (madeAt.isAfter(then)) {
      return null;
    }
    boolean told = !tierSince.isAfter(then);
    boolean failed = failedAt != null && !failedAt.isAfter(then);
    boolean failsLater = failedAt != null && failedAt.isAfter(then);
    return new Complaint(
        reference,
        severity,
        voice,
        madeAt,
        told ? tier : CostTier.ON_THE_SPOT,
        told ? tierSince : madeAt,
        resolution == null || resolution.at().isAfter(then) ? null : resolution,
        failsLater ? failures - 1 : failures,
        failed ? failedAt : null);
  }

  /** Every moment at which the guest could see it come to stand otherwise, past or to come. */
  List<Instant> moments() {
    List<Instant> moments = new ArrayList<>();
    for (CostTier one : CostTier.values()) {
      moments.add(madeAt.plus(one.atTheLatest()));
    }
    moments.add(tierSince);
    moments.add(madeAt.plus(GIVEN_UP_AFTER));
    if (resolution != null) {
      moments.add(resolution.at());
    }
    if (failedAt != null) {
      moments.add(failedAt);
      moments.add(failedAt.plus(GIVEN_UP_AFTER));
    }
    return moments;
  }

  /** The tier that was told, or the one that time alone has brought on. */
  public CostTier tierAt(Instant asOf) {
    CostTier dearest = tier;
    for (CostTier next : CostTier.values()) {
      if (!asOf.isBefore(madeAt.plus(next.atTheLatest())) && next.compareTo(dearest) > 0) {
        dearest = next;
      }
    }
    return dearest;
  }
}
