package io.amends.scorer.domain.watch;

import io.amends.contracts.retention.StayAlert.Occasion;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.policy.RiskPolicy.Reach;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.score.Crossings.Standing;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.OpenBooking;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The two moments at which a guest who was let down can still be won in person: on coming back, and
 * before leaving.
 */
record WithinReach(Reach policy) {

  /** Time to do something, and not in the middle of the night before a departure at noon. [ours] */
  private static final Duration BEFORE_DEPARTURE = Duration.ofHours(4);

  /** The failure of an earlier stay that a check-in brings to mind, if there is one. */
  Optional<LastFailure> atArrival(
      GuestProfile before, Instant asOf, @Nullable LastFailure failure, GuestFact fact) {
    if (!(fact instanceof GuestFact.CheckedIn)
        || failure == null
        || failure.saidAtArrival()
        || !failure.at().isBefore(fact.at())) {
      return Optional.empty();
    }
    Duration since = Duration.between(failure.at(), fact.at());
    boolean another =
        hasLeft(before.at(asOf), failure) || since.compareTo(OpenBooking.LEFT_AFTER) > 0;
    return another && since.compareTo(policy.letDownWithin()) <= 0
        ? Optional.of(failure)
        : Optional.empty();
  }

  /** A change of the stay on which it went wrong moves the departure. */
  static @Nullable LastFailure moved(
      Statistics guest, @Nullable LastFailure failure, @Nullable GuestFact fact) {
    Instant leavesAt = failure == null ? null : failure.leavesAt();
    return failure != null
            && leavesAt != null
            && fact instanceof GuestFact.StayChanged changed
            && !hasLeft(guest, failure)
        ? failure.leavingAt(
            changed
                .departure()
                .atTime(leavesAt.atZone(ZoneOffset.UTC).toLocalTime())
                .toInstant(ZoneOffset.UTC))
        : failure;
  }

  /** When to look before the guest leaves; empty if there is nothing to look at. */
  Optional<Instant> departureLook(Statistics guest, @Nullable LastFailure failure) {
    Instant leavesAt = failure == null ? null : failure.leavesAt();
    return failure == null
            || leavesAt == null
            || !policy.beforeDeparture()
            || failure.saidAtDeparture()
            || hasLeft(guest, failure)
        ? Optional.empty()
        : Optional.of(leavesAt.minus(BEFORE_DEPARTURE));
  }

  /** Whether somebody should see to a guest who is about to leave. */
  static boolean isUnsettled(Statistics guest, Standing standing, Instant asOf) {
    return standing.band() != Band.NONE
        || guest.episode().complaints().stream()
            .map(complaint -> complaint.handlingAt(asOf))
            .anyMatch(handling -> !(handling instanceof Handling.Resolved));
  }

  /** What was told already counts as told, and so does what is too late to be told. */
  static LastFailure afterTelling(LastFailure failure, @Nullable Occasion told, Instant now) {
    Instant leavesAt = failure.leavesAt();
    boolean tooLate = leavesAt != null && !now.isBefore(leavesAt.minus(BEFORE_DEPARTURE));
    return failure.told(told == Occasion.ARRIVAL, told == Occasion.DEPARTURE || tooLate);
  }

  private static boolean hasLeft(Statistics guest, LastFailure failure) {
    return guest.decision().state() == Decision.State.AFTER_STAY
        && !guest.clock().readAt().isBefore(failure.at());
  }
}
