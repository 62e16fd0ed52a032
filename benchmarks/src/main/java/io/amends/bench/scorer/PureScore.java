package io.amends.bench.scorer;

import io.amends.contracts.Money;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** The score alone: statistics in, two probabilities out, on one core. */
final class PureScore {

  private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  private static final Money SPEND = new Money(58_800, Currency.getInstance("CNY"));
  private static final Scorer SCORER = new Scorer(RiskPolicy.DEFAULT);
  private static final int GUESTS = 1_000;
  private static final int WARM = 2_000_000;
  private static final int TIMES = 5_000_000;

  private PureScore() {}

  /** Nanoseconds for a guest of whose last stay nothing is known to have failed. */
  static double quiet() {
    return nanos(guests(false));
  }

  /** Nanoseconds for a guest with an open complaint, whose evidence is weighed event by event. */
  static double complaining() {
    return nanos(guests(true));
  }

  private static double nanos(List<Statistics> guests) {
    Instant asOf = START.plus(Duration.ofDays(500));
    double sum = 0;
    for (int i = 0; i < WARM; i++) {
      sum += SCORER.risk(guests.get(i % GUESTS), asOf, Priors.MODEL).noStay();
    }
    long begin = System.nanoTime();
    for (int i = 0; i < TIMES; i++) {
      sum += SCORER.risk(guests.get(i % GUESTS), asOf, Priors.MODEL).noStay();
    }
    double each = (System.nanoTime() - begin) / (double) TIMES;
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("sum: NaN (expected: a number)"); // so that it is not idle
    }
    return each;
  }

  private static List<Statistics> guests(boolean complain) {
    List<Statistics> guests = new ArrayList<>();
    for (int i = 0; i < GUESTS; i++) {
      Statistics guest = Statistics.NOTHING_KNOWN;
      for (int stay = 0; stay <= i % 7; stay++) {
        Instant end = START.plus(Duration.ofDays(stay * 40L + i % 11));
        guest = after(guest, new StayCompleted(end, Reference.of("S" + stay), 2, SPEND));
      }
      if (complain) {
        Instant made = START.plus(Duration.ofDays(480 + i % 15));
        guest =
            after(guest, new ComplaintMade(made, Reference.of("C"), Severity.MAJOR, Voice.GUEST));
      }
      guests.add(guest);
    }
    return guests;
  }

  private static Statistics after(Statistics guest, GuestFact fact) {
    return StatisticsRules.fold(guest, fact).after();
  }
}
