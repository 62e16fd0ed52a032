package io.amends.scorer.domain.score;

import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.cancelled;
import static io.amends.scorer.Told.checkedIn;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.failed;
import static io.amends.scorer.Told.known;
import static io.amends.scorer.Told.resolved;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.kernel.Heterogeneity;
import io.amends.scorer.domain.kernel.ModifiedBetaGeometric;
import io.amends.scorer.domain.kernel.Purchases;
import io.amends.scorer.domain.model.BookingHabits;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.statistics.Statistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScorerTest {

  private static final Heterogeneity GUESTS = new Heterogeneity(0.52485, 6.18304, 0.89133, 1.61387);
  private static final RiskModel KERNEL = kernelAlone();
  private static final Scorer SCORER = new Scorer(RiskPolicy.DEFAULT);

  @Test
  void without_bookings_and_evidence_it_is_the_kernel_to_the_last_digit() {
    Statistics guest = known(stayed(0, null), stayed(35, null), stayed(70, null));
    Purchases same = new Purchases(2, 10, 30);
    ModifiedBetaGeometric kernel = new ModifiedBetaGeometric(GUESTS);

    Scorer.Risk risk = risk(guest, 210, KERNEL);

    assertThat(risk.gone()).isEqualTo(1 - kernel.alive(same), within(1e-12));
    assertThat(risk.noStay()).isEqualTo(kernel.nothingWithin(180 / 7.0, same), within(1e-12));
    assertThat(risk.expected()).isEqualTo(risk.noStay());
  }

  @Test
  void silence_makes_it_worse_day_by_day() {
    Statistics guest = known(booked(0, "B1", 10, 2), stayed(12, "B1"));
    List<Double> daily =
        List.of(12, 13, 40, 100, 300, 1_000).stream()
            .map(day -> risk(guest, day, Priors.MODEL).noStay())
            .toList();

    assertThat(daily).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_guest_with_a_stay_to_come_has_not_gone() {
    Statistics before = known(booked(0, "B1", 10, 2), stayed(12, "B1"));
    Statistics guest = StatisticsRules.fold(before, booked(200, "B2", 260, 1)).after();

    assertThat(risk(guest, 200, Priors.MODEL).gone()).isZero();
    assertThat(risk(guest, 200, Priors.MODEL).noStay())
        .isLessThan(risk(before, 200, Priors.MODEL).noStay() / 2);
  }

  @Test
  void a_stay_booked_beyond_the_horizon_is_no_stay_within_it() {
    Statistics soon = known(booked(0, "B1", 170, 2));
    Statistics late = known(booked(0, "B1", 190, 2));

    assertThat(risk(soon, 1, Priors.MODEL).noStay()).isLessThan(0.3);
    assertThat(risk(late, 1, Priors.MODEL).noStay()).isGreaterThan(0.7);
  }

  @Test
  void in_house_the_decision_about_this_stay_lies_ahead() {
    Statistics guest = known(booked(0, "B1", 10, 5), checkedIn(10, "B1"));
    Statistics bitten = StatisticsRules.fold(guest, failed(11, Severity.MAJOR)).after();

    assertThat(risk(guest, 11, Priors.MODEL).gone()).isBetween(0.2, 0.6);
    assertThat(risk(bitten, 11, Priors.MODEL).gone())
        .isGreaterThan(risk(guest, 11, Priors.MODEL).gone() + 0.1);
  }

  @Test
  void expectation_is_the_same_guest_without_the_failure() {
    Statistics well = known(booked(0, "B1", 10, 2), stayed(12, "B1"));
    Statistics badly =
        known(booked(0, "B1", 10, 2), complained(11, "C1", Severity.MAJOR), stayed(12, "B1"));

    assertThat(risk(badly, 60, Priors.MODEL).expected())
        .isEqualTo(risk(well, 60, Priors.MODEL).noStay(), within(1e-12));
    assertThat(risk(badly, 60, Priors.MODEL).noStay())
        .isGreaterThan(risk(well, 60, Priors.MODEL).noStay());
  }

  @Test
  void made_good_late_is_worse_than_quickly_and_better_than_never() {
    List<Double> risks =
        List.of(
            risk(withComplaint(resolved(11.5, "C1", 4)), 100, Priors.MODEL).noStay(),
            risk(withComplaint(resolved(16, "C1", 4)), 100, Priors.MODEL).noStay(),
            risk(
                    known(
                        booked(0, "B1", 10, 2),
                        complained(11, "C1", Severity.MAJOR),
                        stayed(12, "B1")),
                    100,
                    Priors.MODEL)
                .noStay());

    assertThat(risks).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_cancellation_brings_the_guest_back_among_those_who_may_have_gone() {
    Statistics guest = known(booked(0, "B1", 100, 2), cancelled(50, "B1"));

    assertThat(risk(guest, 49, Priors.MODEL).gone()).isBetween(0.0, 0.5);
    assertThat(risk(guest, 60, Priors.MODEL).gone()).isGreaterThan(0);
  }

  @Test
  void of_somebody_who_never_came_the_chain_knows_its_base_rate() {
    Scorer.Risk risk = risk(Statistics.NOTHING_KNOWN, 1, Priors.MODEL);

    assertThat(risk.noStay()).isEqualTo(Priors.MODEL.baseRate());
    assertThat(risk.gone()).isZero();
  }

  @Test
  void who_is_gone_does_not_stay() {
    Statistics guest = known(stayed(0, null), failed(0.5, Severity.CRITICAL));

    for (int day = 1; day < 2_000; day += 97) {
      Scorer.Risk risk = risk(guest, day, Priors.MODEL);
      assertThat(risk.gone()).isBetween(0.0, risk.noStay());
      assertThat(risk.noStay()).isLessThanOrEqualTo(1);
    }
  }

  private static Statistics withComplaint(io.amends.scorer.domain.fact.GuestFact resolution) {
    return known(
        booked(0, "B1", 10, 2), complained(11, "C1", Severity.MAJOR), stayed(12, "B1"), resolution);
  }

  private static Scorer.Risk risk(Statistics guest, double day, RiskModel model) {
    Statistics now = StatisticsRules.passedTo(guest, day(day));
    return SCORER.risk(now, day(day), model);
  }

  private static RiskModel kernelAlone() {
    Map<Clue, Double> nothing = new EnumMap<>(Clue.class);
    for (Clue clue : Clue.values()) {
      nothing.put(clue, 0.0);
    }
    return Priors.MODEL
        .with(Priors.MODEL.failures(), Priors.MODEL.weights().with(nothing))
        .with(GUESTS, 0)
        .with(BookingHabits.NO_BOOKINGS);
  }
}
