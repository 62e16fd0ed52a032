package io.amends.scorer.domain.score;

import io.amends.contracts.Money;
import io.amends.scorer.domain.kernel.Expectation;
import io.amends.scorer.domain.kernel.Purchases;
import io.amends.scorer.domain.model.BookingHabits;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy.ValuePolicy;
import io.amends.scorer.domain.statistics.Statistics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a guest is worth if not lost: the margin on the stays to expect, what comes later counting
 * less.
 *
 * @param minorUnits not rounded yet; null if no stay came with an amount that is known
 */
record Worth(@Nullable Double minorUnits, @Nullable Currency currency) {

  private static final double SECONDS_OF_A_WEEK = 7 * 86_400.0;
  private static final double WEEKS_OF_A_YEAR = 365.25 / 7;

  static Worth of(Statistics guest, Instant asOf, RiskModel model, ValuePolicy policy) {
    Double perStay = guest.spending().meanMinorUnits();
    if (perStay == null || guest.since() == null) {
      return new Worth(null, null);
    }
    double sum = 0;
    double before = 0;
    for (int year = 1; year <= policy.years(); year++) {
      double stays = stays(guest, asOf, model, year * WEEKS_OF_A_YEAR);
      sum += (stays - before) * Math.pow(1 + policy.discountPerYear(), 0.5 - year);
      before = stays;
    }
    return new Worth(perStay * policy.margin() * sum, guest.spending().currency());
  }

  /** The part of it that a probability says is lost, rounded once; null if unknown. */
  @Nullable Money money(double share) {
    if (minorUnits == null || currency == null) {
      return null;
    }
    BigDecimal exact = BigDecimal.valueOf(minorUnits * share);
    return new Money(exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact(), currency);
  }

  /**
   * Stays to expect of a guest who is ours, while the clock stands still for every one of them: the
   * time that is left free by as many stays as are booked in it, between two guesses on a line.
   */
  private static double stays(Statistics guest, Instant asOf, RiskModel model, double weeks) {
    double now = guest.clock().secondsAt(asOf) / SECONDS_OF_A_WEEK;
    Purchases purchases = new Purchases(guest.arrivals().repeats(), now, now);
    int survived = guest.arrivals().survived();
    double wait = model.lookup().averageWait();
    double most = Expectation.ifAlive(model.guests(), purchases, survived, weeks);
    double free = weeks / (1 + most * wait / weeks);
    double least = Expectation.ifAlive(model.guests(), purchases, survived, free);
    double pace = free < weeks ? (most - least) / (weeks - free) : 0;
    double booked = least + pace * (weeks - least * wait - free) / (1 + pace * wait);
    BookingHabits habits = model.habits();
    return booked * (1 - habits.cancelled() - habits.missed());
  }
}
