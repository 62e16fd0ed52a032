package io.amends.notification.domain.morning;

import io.amends.contracts.CaseId;
import io.amends.contracts.Nights;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.Grant;
import io.amends.contracts.recovery.TierStart;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One case, as a manager sees it in the morning.
 *
 * @param since from when the clocks of this cycle run
 * @param exposure what it stands at by the 1-10-100 rule, an estimate
 * @param later what it would come to if it were left
 * @param given at face value
 * @param running promises that are neither kept nor broken; null: written before this was kept
 * @param endedAt when it was made good, or closed if it was not
 */
public record CaseLine(
    CaseId caseId,
    int caseVersion,
    boolean open,
    @Nullable String room,
    String issue,
    Severity severity,
    CostTier tier,
    Instant since,
    @Nullable Instant departureAt,
    boolean failedTwice,
    Nights exposure,
    Nights later,
    Nights given,
    @Nullable Set<Promise> running,
    @Nullable Instant endedAt) {

  public CaseLine {
    running = running == null ? null : Set.copyOf(running);
  }

  /**
   * One promise of a case.
   *
   * @param number of its kind, from 1
   */
  public record Promise(Clock clock, int number) {}

  public static CaseLine of(CaseSnapshot snapshot) {
    Instant madeGood = snapshot.madeGoodAt();
    return new CaseLine(
        snapshot.caseId(),
        snapshot.caseVersion(),
        snapshot.standing() == CaseSnapshot.Standing.OPEN,
        snapshot.now().room(),
        snapshot.facts().issue(),
        snapshot.now().severity(),
        snapshot.tier(),
        snapshot.now().since(),
        snapshot.now().inHouse() ? snapshot.now().departureAt() : null,
        snapshot.now().failedTwice(),
        exposure(snapshot),
        snapshot.tiers().isEmpty() ? Nights.ZERO : snapshot.tiers().getLast().exposure(),
        snapshot.given().stream().map(Grant::worth).reduce(Nights.ZERO, Nights::plus),
        snapshot.promises().stream()
            .filter(ClockState::runs)
            .map(promise -> new Promise(promise.clock(), promise.number()))
            .collect(Collectors.toSet()),
        madeGood == null ? snapshot.closedAt() : madeGood);
  }

  private static Nights exposure(CaseSnapshot snapshot) {
    return snapshot.tiers().stream()
        .filter(start -> start.tier() == snapshot.tier())
        .findFirst()
        .map(TierStart::exposure)
        .orElse(Nights.ZERO);
  }

  /** Whether that promise is still to be kept; what is not known of is. */
  boolean owes(@Nullable Promise promise) {
    return promise == null || running == null || running.contains(promise);
  }

  /** Whether nothing is to be done any more and it ended before then. */
  boolean isOver(Instant before) {
    return !open && (endedAt == null || endedAt.isBefore(before));
  }
}
