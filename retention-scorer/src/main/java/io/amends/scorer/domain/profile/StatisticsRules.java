package io.amends.scorer.domain.profile;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.BookingCancelled;
import io.amends.scorer.domain.fact.GuestFact.BookingMade;
import io.amends.scorer.domain.fact.GuestFact.CheckedIn;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMerged;
import io.amends.scorer.domain.fact.GuestFact.ComplaintResolved;
import io.amends.scorer.domain.fact.GuestFact.FailureDetected;
import io.amends.scorer.domain.fact.GuestFact.LoyaltyChanged;
import io.amends.scorer.domain.fact.GuestFact.NoShow;
import io.amends.scorer.domain.fact.GuestFact.RecoveryFailed;
import io.amends.scorer.domain.fact.GuestFact.ReviewPublished;
import io.amends.scorer.domain.fact.GuestFact.Signalled;
import io.amends.scorer.domain.fact.GuestFact.StayChanged;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.fact.GuestFact.SurveyAnswered;
import io.amends.scorer.domain.fact.GuestFact.TierEntered;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;

/** Folds facts into statistics, one after the other in the order in which they happened. */
public final class StatisticsRules {

  private StatisticsRules() {}

  /** What is known after the fact; facts are in order, so nothing before it is still to come. */
  public static Folded fold(Statistics before, GuestFact fact) {
    return apply(passedTo(before, fact.at()), fact);
  }

  /** What is known if nothing is heard until then: bookings lapse. */
  public static Statistics passedTo(Statistics before, Instant asOf) {
    return before.open().isEmpty() ? before : StayRules.lapsed(before, asOf);
  }

  /**
   * Folds a fact from before the moment that has been settled.
   *
   * <p>What was seen counts with its own time, since it moves no clock. A stay lengthens the
   * relationship. Anything else moves the clock, which never goes back, so it counts as of now.
   */
  static Statistics foldLate(Statistics before, GuestFact fact, Instant settledTo) {
    return switch (fact) {
      case StayCompleted stay
          when before.since() != null
              && Matching.arrival(before, stay.stay(), stay.at()).isEmpty() ->
          StayRules.completedLongAgo(before, stay);
      case BookingMade _,
          BookingCancelled _,
          NoShow _,
          CheckedIn _,
          StayChanged _,
          StayCompleted _ ->
          fold(before, fact.movedTo(settledTo)).after();
      case FailureDetected _,
          ComplaintMade _,
          TierEntered _,
          RecoveryFailed _,
          ComplaintResolved _,
          ComplaintMerged _,
          SurveyAnswered _,
          ReviewPublished _,
          LoyaltyChanged _,
          Signalled _ ->
          apply(before, fact).after();
    };
  }

  private static Folded apply(Statistics before, GuestFact fact) {
    return switch (fact) {
      case BookingMade f -> ArrivalRules.booked(before, f);
      case BookingCancelled f -> ArrivalRules.cancelled(before, f);
      case NoShow f -> ArrivalRules.missed(before, f);
      case CheckedIn f -> ArrivalRules.arrived(before, f);
      case StayChanged f -> ArrivalRules.changed(before, f);
      case StayCompleted f -> StayRules.completed(before, f);
      case FailureDetected f -> EvidenceRules.failed(before, f);
      case ComplaintMade f -> EvidenceRules.complained(before, f);
      case TierEntered f -> EvidenceRules.dearer(before, f);
      case RecoveryFailed f -> EvidenceRules.failedAgain(before, f);
      case ComplaintResolved f -> EvidenceRules.resolved(before, f);
      case ComplaintMerged f -> EvidenceRules.merged(before, f);
      case SurveyAnswered f -> EvidenceRules.answered(before, f);
      case ReviewPublished f -> EvidenceRules.reviewed(before, f);
      case LoyaltyChanged f -> EvidenceRules.rose(before, f);
      case Signalled f -> EvidenceRules.signalled(before, f);
    };
  }
}
