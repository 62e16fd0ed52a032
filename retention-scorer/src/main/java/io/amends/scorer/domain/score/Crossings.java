package io.amends.scorer.domain.score;

import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a guest will change bands, or be lost, if nothing happens until then.
 *
 * <p>P(gone) rises with silence and with every tier of an open complaint. Points above expectation
 * rise first and fall when the guest would be lost anyway, so the way ahead is searched, not only
 * its end: in steps that grow, and then by halving to the minute.
 */
public record Crossings(Scorer scorer) {

  /** [ours] Beyond three years no risk of half a year is worth a wake-up. */
  private static final Duration AHEAD = Duration.ofDays(3 * 365);

  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final double GROWTH = 1.15;
  private static final Duration PRECISION = Duration.ofMinutes(1);

  /** Where a guest stands, as it was last told. */
  public record Standing(Band band, boolean gone) {}

  /** Where a guest stands now who stood at {@code before}. */
  public Standing standing(GuestProfile profile, Standing before, Instant asOf, RiskModel model) {
    return standing(profile.at(asOf), before, asOf, model);
  }

  /** The first moment after {@code asOf} at which the guest will stand elsewhere; empty if none. */
  public Optional<Crossing> next(
      GuestProfile profile, Standing before, Instant asOf, RiskModel model) {
    Statistics guest = profile.at(asOf);
    Instant same = asOf;
    double step = FIRST.toSeconds();
    while (same.isBefore(asOf.plus(AHEAD))) {
      Instant next = same.plusSeconds((long) step);
      if (!standing(guest, before, next, model).equals(before)) {
        Instant at = halve(guest, before, same, next, model);
        return Optional.of(new Crossing(at, standing(guest, before, at, model)));
      }
      same = next;
      step *= GROWTH;
    }
    return Optional.empty();
  }

  /** A change to come. */
  public record Crossing(Instant at, Standing to) {}

  private Instant halve(
      Statistics guest, Standing before, Instant from, Instant to, RiskModel model) {
    Instant same = from;
    Instant changed = to;
    while (Duration.between(same, changed).compareTo(PRECISION) > 0) {
      Instant middle = same.plus(Duration.between(same, changed).dividedBy(2));
      if (standing(guest, before, middle, model).equals(before)) {
        same = middle;
      } else {
        changed = middle;
      }
    }
    return changed;
  }

  private Standing standing(Statistics guest, Standing before, Instant asOf, RiskModel model) {
    Scorer.Risk risk = scorer.risk(StatisticsRules.passedTo(guest, asOf), asOf, model);
    RiskPolicy policy = scorer.policy();
    return new Standing(
        policy.band(before.band(), risk.noStay() - risk.expected()),
        policy.gone(before.gone(), risk.gone()));
  }
}
