package io.amends.scorer.domain.profile;

import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.statistics.Arrivals;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.OpenBooking;
import io.amends.scorer.domain.statistics.ProcessClock;
import io.amends.scorer.domain.statistics.Relationship;
import io.amends.scorer.domain.statistics.Spending;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next statistics while a rule is making them out of the last. */
final class Change {

  @Nullable Instant since;
  Arrivals arrivals;
  ProcessClock clock;
  Decision decision;
  final List<OpenBooking> open;
  Episode episode;
  Spending spending;
  Relationship relationship;
  @Nullable Reference lastStay;

  Change(Statistics before) {
    since = before.since();
    arrivals = before.arrivals();
    clock = before.clock();
    decision = before.decision();
    open = new ArrayList<>(before.open());
    episode = before.episode();
    spending = before.spending();
    relationship = before.relationship();
    lastStay = before.lastStay();
  }

  Statistics made() {
    return new Statistics(
        since, arrivals, clock, decision, open, episode, spending, relationship, lastStay);
  }
}
