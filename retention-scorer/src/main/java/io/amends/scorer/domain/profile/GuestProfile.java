package io.amends.scorer.domain.profile;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.List;

/**
 * What is kept of a guest: settled statistics, and apart from them the facts that are young enough
 * to be overtaken by an older one.
 *
 * @param settled statistics of all facts up to {@code settledTo}
 * @param recent younger facts, in the order in which they happened
 * @param settledTo no fact before this is still waited for
 */
public record GuestProfile(Statistics settled, List<GuestFact> recent, Instant settledTo) {

  public static final GuestProfile NEW =
      new GuestProfile(Statistics.NOTHING_KNOWN, List.of(), Instant.EPOCH);

  public GuestProfile {
    recent = List.copyOf(recent);
  }

  /**
   * What was known of the guest at a moment.
   *
   * @throws IllegalArgumentException if the moment lies before what has been settled: whoever asks
   *     for the past replays the facts
   */
  public Statistics at(Instant asOf) {
    if (asOf.isBefore(settledTo)) {
      throw new IllegalArgumentException(
          "asOf: %s (expected: not before %s)".formatted(asOf, settledTo));
    }
    Statistics now = settled;
    for (GuestFact fact : recent) {
      if (!fact.at().isAfter(asOf)) {
        now = StatisticsRules.fold(now, fact).after();
      }
    }
    return StatisticsRules.passedTo(now, asOf);
  }
}
