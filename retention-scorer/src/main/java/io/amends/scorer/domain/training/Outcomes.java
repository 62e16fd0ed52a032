package io.amends.scorer.domain.training;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What really happened after a moment. */
public final class Outcomes {

  private Outcomes() {}

  /** What was known of a guest at a moment, from a history in the order in which it happened. */
  public static Statistics knownAt(Instant cut, List<GuestFact> history) {
    Statistics guest = Statistics.NOTHING_KNOWN;
    for (GuestFact fact : history) {
      if (fact.at().isAfter(cut)) {
        break;
      }
      guest = StatisticsRules.fold(guest, fact).after();
    }
    return StatisticsRules.passedTo(guest, cut);
  }

  /**
   * Whether the guest completed no stay within the horizon. The stay on which the guest was in the
   * house at the cut is no return.
   */
  public static boolean noStay(
      Statistics known, List<GuestFact> history, Instant cut, Duration horizon) {
    Instant end = cut.plus(horizon);
    long returns =
        history.stream()
            .filter(fact -> fact instanceof StayCompleted)
            .filter(fact -> fact.at().isAfter(cut) && !fact.at().isAfter(end))
            .limit(2)
            .count();
    return known.inHouseAt(cut).isPresent() ? returns < 2 : returns == 0;
  }
}
