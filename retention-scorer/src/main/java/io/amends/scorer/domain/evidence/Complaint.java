package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import java.time.Duration;
import java.time.Instant;
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

  private static final CostTier[] TIERS = CostTier.values();

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

  /** How it stood, or will if nothing is heard until then, by what was told up to a moment. */
  public Handling handlingAt(Instant asOf) {
    return handlingBy(asOf.getEpochSecond());
  }

  /** The same, at a second since 1970. */
  public Handling handlingBy(long second) {
    Resolution made = resolution;
    boolean failed = isBy(failedAt, second);
    if (made != null
        && isBy(made.at(), second)
        && !(failed && failedAt != null && failedAt.isAfter(made.at()))) {
      return resolvedBy(made);
    }
    long opened = (failed && failedAt != null ? failedAt : madeAt).getEpochSecond();
    return second - opened < GIVEN_UP_AFTER.toSeconds()
        ? Handling.Open.in(tierBy(second))
        : Handling.GIVEN_UP;
  }

  private Handling.Resolved resolvedBy(Resolution made) {
    long end = made.at().getEpochSecond();
    return new Handling.Resolved(
        Delay.ofSeconds(end - madeAt.getEpochSecond()), tierBy(end), made.satisfaction());
  }

  private boolean isResolved(Resolution made) {
    return failedAt == null || !failedAt.isAfter(made.at());
  }

  /** Whether it had been made by a second since 1970. */
  public boolean isMadeBy(long second) {
    return isBy(madeAt, second);
  }

  /** How often a recovery of it had failed by then. */
  public int failuresBy(long second) {
    return failedAt != null && !isBy(failedAt, second) ? failures - 1 : failures;
  }

  /** Every moment at which the guest could see it come to stand otherwise, past or to come. */
  void tell(Moments moments) {
    long made = madeAt.getEpochSecond();
    for (CostTier one : TIERS) {
      moments.add(made + one.secondsAtTheLatest());
    }
    moments.add(tierSince.getEpochSecond());
    moments.add(made + GIVEN_UP_AFTER.toSeconds());
    if (resolution != null) {
      moments.add(resolution.at().getEpochSecond());
    }
    if (failedAt != null) {
      moments.add(failedAt.getEpochSecond());
      moments.add(failedAt.getEpochSecond() + GIVEN_UP_AFTER.toSeconds());
    }
  }

  /** The tier that was told, or the one that time alone has brought on. */
  public CostTier tierAt(Instant asOf) {
    return tierBy(asOf.getEpochSecond());
  }

  private CostTier tierBy(long second) {
    CostTier dearest = isBy(tierSince, second) ? tier : CostTier.ON_THE_SPOT;
    long open = second - madeAt.getEpochSecond();
    for (CostTier next : TIERS) {
      if (open >= next.secondsAtTheLatest() && next.compareTo(dearest) > 0) {
        dearest = next;
      }
    }
    return dearest;
  }

  private static boolean isBy(@Nullable Instant when, long second) {
    return when != null && when.getEpochSecond() <= second;
  }
}
