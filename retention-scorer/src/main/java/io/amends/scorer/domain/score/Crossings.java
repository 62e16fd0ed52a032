package io.amends.scorer.domain.score;

import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.statistics.OpenBooking;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When a guest will change bands, or be lost, if nothing happens until then.
 *
 * <p>P(gone) rises with silence, so the moment at which a guest stands elsewhere by silence alone
 * is halved out between two moments. It is not so with a failure, or a layer that does not keep
 * rising: points above expectation rise first and fall when the guest would be lost anyway. There
 * the way ahead is searched and not only its end, in steps that grow.
 */
public record Crossings(Scorer scorer) {

  /** [ours] Beyond four years no risk of half a year is worth a wake-up. */
  private static final Duration AHEAD = Duration.ofDays(4 * 365);

  private static final Duration FIRST = Duration.ofMinutes(10);
  private static final double GROWTH = 1.15;
  private static final long PRECISION = 60;

  /** Where a guest stands, as it was last told. */
  public record Standing(Band band, boolean gone) {}

  /** A change to come. */
  public record Crossing(Instant at, Standing to) {}

  /** Where a guest stands now who stood at {@code before}. */
  public Standing standing(GuestProfile profile, Standing before, Instant asOf, RiskModel model) {
    return new Ahead(scorer, profile.at(asOf), before, asOf, model).standing(asOf);
  }

  /** The first moment after {@code asOf} at which the guest will stand elsewhere; empty if none. */
  public Optional<Crossing> next(
      GuestProfile profile, Standing before, Instant asOf, RiskModel model) {
    return next(profile.at(asOf), before, asOf, model);
  }

  /** The same, from statistics that are current at {@code asOf}. */
  public Optional<Crossing> next(Statistics guest, Standing before, Instant asOf, RiskModel model) {
    Instant end = asOf.plus(AHEAD);
    Ahead ahead = new Ahead(scorer, guest, before, end, model);
    return ahead.silenceAlone() ? bySilence(ahead, guest, asOf, end) : searched(ahead, asOf, end);
  }

  /** Between two of these moments the guest goes one way, or none. */
  private static Optional<Crossing> bySilence(
      Ahead ahead, Statistics guest, Instant asOf, Instant end) {
    Instant same = asOf;
    if (!guest.open().isEmpty()) {
      for (Instant turn : turns(guest, asOf, end)) {
        if (!ahead.isSame(turn)) {
          return Optional.of(halved(ahead, same, turn));
        }
        same = turn;
      }
    }
    return ahead.isSame(end) ? Optional.empty() : Optional.of(halved(ahead, same, end));
  }

  /** When bookings are thought to begin, and when nobody waits for their end any more. */
  private static Iterable<Instant> turns(Statistics guest, Instant asOf, Instant end) {
    TreeSet<Instant> turns = new TreeSet<>();
    for (OpenBooking booking : guest.open()) {
      turns.add(booking.inHouseFrom());
      turns.add(booking.lapsesAt());
    }
    return turns.subSet(asOf, false, end, false);
  }

  private static Optional<Crossing> searched(Ahead ahead, Instant asOf, Instant end) {
    Instant same = asOf;
    double step = FIRST.toSeconds();
    while (same.isBefore(end)) {
      Instant next = same.plusSeconds((long) step);
      next = next.isBefore(end) ? next : end;
      if (!ahead.isSame(next)) {
        return Optional.of(halved(ahead, same, next));
      }
      same = next;
      step *= GROWTH;
    }
    return Optional.empty();
  }

  private static Crossing halved(Ahead ahead, Instant from, Instant to) {
    Instant same = from;
    Instant changed = to;
    while (changed.getEpochSecond() - same.getEpochSecond() > PRECISION) {
      Instant middle = same.plusSeconds((changed.getEpochSecond() - same.getEpochSecond()) / 2);
      if (ahead.isSame(middle)) {
        same = middle;
      } else {
        changed = middle;
      }
    }
    return new Crossing(changed, ahead.standing(changed));
  }

  /** A guest looked at from moment to moment. */
  private static final class Ahead {

    private final Scorer scorer;
    private final Standing before;
    private final Instant end;
    private final RiskModel model;
    private final Statistics now;
    private Prospect prospect;

    Ahead(Scorer scorer, Statistics now, Standing before, Instant end, RiskModel model) {
      this.scorer = scorer;
      this.before = before;
      this.end = end;
      this.model = model;
      this.now = now;
      this.prospect = scorer.prospect(now, end, model);
    }

    boolean silenceAlone() {
      return prospect.isAsExpected() && model.recalibration().keepsRising();
    }

    boolean isSame(Instant at) {
      return standing(at).equals(before);
    }

    @SuppressWarnings("ReferenceEquality") // the very same come back unless a booking lapsed
    Standing standing(Instant at) {
      Statistics then = StatisticsRules.passedTo(now, at);
      if (then != prospect.guest()) {
        prospect = scorer.prospect(then, end, model);
      }
      Scorer.Risk risk = prospect.at(at);
      RiskPolicy policy = scorer.policy();
      return new Standing(
          policy.band(before.band(), risk.aboveExpectation()),
          policy.gone(before.gone(), risk.gone()));
    }
  }
}
