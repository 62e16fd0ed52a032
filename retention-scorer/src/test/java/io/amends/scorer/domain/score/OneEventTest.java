package io.amends.scorer.domain.score;

import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.failed;
import static io.amends.scorer.Told.known;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Switching builds up: no single event flips a guest, however strongly a model reads it. A guest
 * who answers twice is the exception: the second answer takes the place of the first.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OneEventTest {

  private static final double MOST = RiskPolicy.DEFAULT.maxStep();
  private static final Scorer SCORER = new Scorer(RiskPolicy.DEFAULT);

  /** The whole TARP table, clues three times as strong, and a layer that stretches. */
  private static final RiskModel HARSH = harsh();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothing_that_is_seen_moves_a_risk_by_more_than_thirty_points(long seed) {
    Random random = new Random(seed);
    double largest = 0;
    for (int life = 0; life < 300; life++) {
      Statistics guest = known(stayed(0, "S1"));
      double now = 1;
      boolean spoke = false;
      for (int event = 0; event < 12; event++) {
        now += random.nextDouble() < 0.5 ? random.nextDouble() : 40 * random.nextDouble();
        GuestFact fact = something(random, day(now), spoke);
        if (fact instanceof GuestFact.ComplaintResolved made && isResolved(guest, made)) {
          continue;
        }
        spoke |=
            fact instanceof GuestFact.SurveyAnswered || fact instanceof GuestFact.ReviewPublished;
        Statistics before = StatisticsRules.passedTo(guest, fact.at());
        guest = StatisticsRules.fold(before, fact).after();
        Scorer.Risk was = SCORER.risk(before, fact.at(), HARSH);
        Scorer.Risk is = SCORER.risk(guest, fact.at(), HARSH);

        assertThat(is.gone()).as("%s", fact).isEqualTo(was.gone(), within(MOST + 1e-9));
        assertThat(is.noStay()).as("%s", fact).isEqualTo(was.noStay(), within(MOST + 1e-9));
        largest = Math.max(largest, Math.abs(is.gone() - was.gone()));
      }
    }
    assertThat(largest).isGreaterThan(0.2);
  }

  @Test
  void not_even_of_a_guest_who_comes_every_week_through_a_layer_that_stretches() {
    Statistics weekly = Statistics.NOTHING_KNOWN;
    for (int stay = 0; stay < 60; stay++) {
      weekly = StatisticsRules.fold(weekly, stayed(7 * stay, null)).after();
    }
    Statistics failed =
        StatisticsRules.fold(weekly, failed(7 * 59 + 0.1, Severity.CRITICAL)).after();
    double largest = 0;
    for (double day = 7 * 59 + 0.1; day < 7 * 75; day += 0.5) {
      Statistics now = StatisticsRules.fold(weekly, failed(day, Severity.CRITICAL)).after();
      double moved =
          SCORER.risk(now, day(day), HARSH).noStay()
              - SCORER.risk(weekly, day(day), HARSH).noStay();
      largest = Math.max(largest, moved);
    }

    assertThat(largest).isBetween(0.25, MOST);
    assertThat(SCORER.risk(failed, day(7 * 59 + 90), HARSH).noStay()).isGreaterThan(0.9);
  }

  @Test
  void no_tier_that_time_brings_on_does_either() {
    Statistics guest = known(stayed(0, "S1"), complained(1, "C1", Severity.CRITICAL));
    double before = SCORER.risk(guest, day(1), HARSH).gone();
    for (int minute = 1; minute < 35 * 1_440; minute++) {
      double now = SCORER.risk(guest, day(1 + minute / 1_440.0), HARSH).gone();
      assertThat(now - before).isBetween(-1e-9, MOST);
      before = now;
    }
  }

  @Test
  void what_an_event_says_beyond_that_comes_with_the_months() {
    Statistics guest = known(stayed(0, "S1"), failed(0.1, Severity.MAJOR));
    Statistics well = known(stayed(0, "S1"));
    double full =
        HARSH.shift(
            new io.amends.scorer.domain.evidence.Trouble(
                Severity.MAJOR, new io.amends.scorer.domain.evidence.Handling.Silent()),
            0);

    assertThat(full).isGreaterThan(2);
    assertThat(shift(guest, well, 0.1)).isLessThan(1.25);
    assertThat(shift(guest, well, 120)).isEqualTo(full, within(1e-9));
  }

  /** By how much the one guest's log odds of having gone exceed the other's. */
  private static double shift(Statistics one, Statistics other, double day) {
    RiskModel plain = HARSH.with(Recalibration.NONE, HARSH.baseRate());
    double first = SCORER.risk(one, day(day), plain).gone();
    double second = SCORER.risk(other, day(day), plain).gone();
    return Recalibration.logit(first) - Recalibration.logit(second);
  }

  private static boolean isResolved(Statistics guest, GuestFact.ComplaintResolved made) {
    return guest.episode().complaints().stream()
        .anyMatch(one -> one.reference().equals(made.complaint()) && one.resolution() != null);
  }

  private static GuestFact something(Random random, Instant at, boolean spoke) {
    Reference case1 = Reference.of("C" + random.nextInt(2));
    Severity severity = pick(random, Severity.values());
    return switch (random.nextInt(spoke ? 7 : 9)) {
      case 0 -> new GuestFact.FailureDetected(at, severity);
      case 1, 2 -> new GuestFact.ComplaintMade(at, case1, severity, pick(random, Voice.values()));
      case 3 -> new GuestFact.TierEntered(at, case1, pick(random, CostTier.values()));
      case 4 -> new GuestFact.RecoveryFailed(at, case1);
      case 5 -> new GuestFact.ComplaintResolved(at, case1, 1 + random.nextInt(5));
      case 6 -> new GuestFact.Signalled(at, pick(random, Signal.values()));
      case 7 -> new GuestFact.ReviewPublished(at, random.nextInt(11));
      default ->
          new GuestFact.SurveyAnswered(
              at, random.nextInt(11), new Justices(1, 1 + random.nextInt(5), 1));
    };
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static RiskModel harsh() {
    Map<Clue, Double> strong = new EnumMap<>(Clue.class);
    for (Clue clue : List.of(Clue.values())) {
      strong.put(clue, 3 * Priors.MODEL.weights().of(clue));
    }
    return Priors.MODEL
        .with(
            Priors.MODEL.failures().with(Priors.TARP.learned(1, Map.of())),
            Priors.MODEL.weights().with(strong))
        .with(new Recalibration(0.2, 1.4, 0.1, -0.1, 0.05), 0.7);
  }
}
