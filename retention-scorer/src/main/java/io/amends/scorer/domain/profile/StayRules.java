package io.amends.scorer.domain.profile;

import static io.amends.scorer.domain.profile.ArrivalRules.day;
import static io.amends.scorer.domain.profile.Folded.oddly;
import static io.amends.scorer.domain.profile.Folded.well;

import io.amends.contracts.Money;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.OpenBooking;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * After a stay the guest decides, unseen, whether to come back. A stay that nobody booked is its
 * own arrival; two that ended on one day are one.
 */
final class StayRules {

  private StayRules() {}

  static Folded completed(Statistics before, StayCompleted fact) {
    if (fact.stay() != null && fact.stay().equals(before.lastStay())) {
      return oddly(Oddity.REPEATED, before);
    }
    Change change = new Change(before);
    Money spend = spendOf(fact);
    Optional<OpenBooking> booked = Matching.arrival(before, fact.stay(), fact.at());
    if (booked.isPresent()) {
      bookedStayEnded(change, booked.get(), fact.at());
      change.spending = change.spending.and(spend);
    } else if (isAnotherBill(before, fact)) {
      change.spending = change.spending.andAlso(spend);
    } else {
      ownArrival(change, fact);
      change.spending = change.spending.and(spend);
    }
    change.lastStay = fact.stay();
    return isNegative(fact.spend()) ? oddly(Oddity.NEGATIVE_SPEND, change.made()) : well(change);
  }

  /**
   * A stay from before what has been settled: it lengthens the relationship, which needs no order,
   * and it was survived, since later facts are known.
   */
  static Statistics completedLongAgo(Statistics before, StayCompleted fact) {
    Change change = new Change(before);
    Instant since = before.since();
    if (since != null && fact.at().isBefore(since)) {
      Duration earlier = Duration.between(fact.at(), since);
      change.since = fact.at();
      change.clock = change.clock.setBackBy(earlier);
      change.decision = change.decision.setBackBy(earlier.toSeconds());
    }
    change.arrivals = change.arrivals.andOneMore().andOneSurvived();
    change.spending = change.spending.and(spendOf(fact));
    return change.made();
  }

  /** Bookings that nobody has told the end of: the guest left unheard, or never came. */
  static Statistics lapsed(Statistics before, Instant asOf) {
    Statistics now = before;
    Optional<OpenBooking> overdue = firstLapsed(now, asOf);
    while (overdue.isPresent()) {
      OpenBooking booking = overdue.get();
      if (booking.inHouse()) {
        Change change = new Change(now);
        bookedStayEnded(change, booking, booking.plannedDeparture());
        change.spending = change.spending.and(null);
        change.lastStay = booking.reference();
        now = change.made();
      } else {
        now =
            ArrivalRules.cameToNothing(now, booking.reference(), booking.plannedDeparture())
                .after();
      }
      overdue = firstLapsed(now, asOf);
    }
    return now;
  }

  private static Optional<OpenBooking> firstLapsed(Statistics guest, Instant asOf) {
    OpenBooking first = null;
    for (OpenBooking booking : guest.open()) {
      if (booking.lapsedAt(asOf)
          && (first == null || booking.plannedDeparture().isBefore(first.plannedDeparture()))) {
        first = booking;
      }
    }
    return Optional.ofNullable(first);
  }

  private static void bookedStayEnded(Change change, OpenBooking booking, Instant at) {
    change.open.remove(booking);
    boolean sameVisit =
        change.decision.state() == Decision.State.AFTER_STAY
            && booking.plannedArrival().isBefore(change.clock.readAt());
    if (!sameVisit) {
      ArrivalRules.cameBack(change, booking.plannedArrival().minus(Duration.ofDays(1)));
    }
    change.clock = change.open.isEmpty() ? change.clock.startedAt(at) : change.clock.stoppedAt(at);
    change.decision = new Decision(Decision.State.AFTER_STAY, change.clock.seconds());
    change.relationship = change.relationship.decides();
  }

  private static boolean isAnotherBill(Statistics before, StayCompleted fact) {
    return before.decision().state() == Decision.State.AFTER_STAY
        && day(before.clock().readAt()).equals(day(fact.at()));
  }

  private static void ownArrival(Change change, StayCompleted fact) {
    Instant began = fact.at().minus(Duration.ofDays(1L + Math.clamp(fact.nights(), 0, 365)));
    ArrivalRules.choseUs(change, fact.at(), began);
    ArrivalRules.cameBack(change, began);
    if (change.open.isEmpty()) {
      change.clock = change.clock.startedAt(fact.at());
    }
    change.decision = new Decision(Decision.State.AFTER_STAY, change.clock.seconds());
    change.relationship = change.relationship.decides();
  }

  private static @Nullable Money spendOf(StayCompleted fact) {
    return isNegative(fact.spend()) ? null : fact.spend();
  }

  private static boolean isNegative(@Nullable Money spend) {
    return spend != null && spend.minorUnits() < 0;
  }
}
