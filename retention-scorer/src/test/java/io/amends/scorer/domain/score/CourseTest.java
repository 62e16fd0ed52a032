package io.amends.scorer.domain.score;

import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.failed;
import static io.amends.scorer.Told.failedAgain;
import static io.amends.scorer.Told.known;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static io.amends.scorer.Told.tier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.Moments;
import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Lookup;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CourseTest {

  private static final Lookup KNOWN = Priors.MODEL.lookup();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void looking_back_sees_what_was_seen_then(long seed) {
    Random random = new Random(seed);
    for (int life = 0; life < 200; life++) {
      List<GuestFact> facts = life(random);
      Sight now = new Sight(known(facts.toArray(GuestFact[]::new)), KNOWN);
      Moments moments = now.moments(day(60).getEpochSecond());
      for (int i = 0; i < moments.count(); i++) {
        long moment = moments.at(i);
        Sight then = new Sight(until(facts, moment), KNOWN);
        assertThat(now.weight(moment))
            .as("%s", facts)
            .isEqualTo(then.weight(moment), within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void reasons_add_up_to_the_weight_at_every_moment(long seed) {
    Random random = new Random(seed);
    for (int life = 0; life < 200; life++) {
      Sight sight = new Sight(known(life(random).toArray(GuestFact[]::new)), KNOWN);
      for (double day = 9; day < 60; day += 0.7) {
        long moment = day(day).getEpochSecond();
        assertThat(Shifts.sum(sight.shifts(moment))).isEqualTo(sight.weight(moment), within(1e-12));
      }
    }
  }

  @Test
  void what_is_looked_up_is_what_the_model_says_of_old_guests_too() {
    for (int survived : new int[] {0, 1, 63, 64, 500}) {
      assertThat(KNOWN.leaving(survived)).isEqualTo(Priors.MODEL.leaving(survived));
      for (Severity severity : Severity.values()) {
        for (CostTier tier : CostTier.values()) {
          Handling open = new Handling.Open(tier);
          assertThat(KNOWN.shift(severity, open, survived))
              .isEqualTo(Priors.MODEL.shift(new Trouble(severity, open), survived));
        }
      }
    }
    for (Clue clue : Clue.values()) {
      assertThat(KNOWN.weight(clue)).isEqualTo(Priors.MODEL.weights().of(clue));
    }
  }

  @Test
  void a_stay_on_which_nothing_weighs_is_flat() {
    Statistics well =
        known(stayed(0, "S1"), new GuestFact.SurveyAnswered(day(1), 8, Justices.NOT_ASKED));
    Statistics badly = known(stayed(0, "S1"), failed(0.1, Severity.MINOR));
    long later = day(90).getEpochSecond();

    assertThat(new Course(new Sight(well, KNOWN), later).isFlat()).isTrue();
    assertThat(new Course(new Sight(badly, KNOWN), later).isFlat()).isFalse();
  }

  /** Each thing once, since what is told anew takes the place of what was told before. */
  private static List<GuestFact> life(Random random) {
    List<GuestFact> facts = new ArrayList<>();
    facts.add(booked(0, "B1", 10, 5));
    double at = 10 + random.nextDouble();
    for (String one : List.of("C1", "C2")) {
      if (random.nextBoolean()) {
        facts.add(complained(at, one, pick(random, Severity.values())));
        if (random.nextBoolean()) {
          facts.add(tier(at + random.nextDouble(), one, CostTier.NEXT_DAY));
        }
        double end = at + 1 + 4 * random.nextDouble();
        if (random.nextBoolean()) {
          facts.add(resolved(end, one, 1 + random.nextInt(5)));
          if (random.nextBoolean()) {
            facts.add(failedAgain(end + random.nextDouble(), one));
          }
        }
      }
      at += random.nextDouble();
    }
    if (random.nextBoolean()) {
      facts.add(failed(10 + random.nextDouble(), Severity.MINOR));
    }
    if (random.nextBoolean()) {
      Justices fair = new Justices(1 + random.nextInt(5), 2, 1 + random.nextInt(5));
      facts.add(new GuestFact.SurveyAnswered(day(14 + random.nextDouble()), 3, fair));
    }
    if (random.nextBoolean()) {
      facts.add(new GuestFact.ReviewPublished(day(15 + random.nextDouble()), random.nextInt(11)));
    }
    facts.sort((one, other) -> one.at().compareTo(other.at()));
    return facts;
  }

  private static Statistics until(List<GuestFact> facts, long moment) {
    Instant last = Instant.ofEpochSecond(moment);
    return known(facts.stream().filter(fact -> !fact.at().isAfter(last)).toArray(GuestFact[]::new));
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
