package io.amends.scorer.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.kernel.Heterogeneity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FailureEffectTest {

  private static final Heterogeneity GUESTS = new Heterogeneity(1, 10, 1, 3);

  @Test
  void the_odds_are_those_of_the_formula() {
    // (a + b + k) / ((b + k) m) - 1 with a 1, b 3, k 2 and m one half
    assertThat(LeavingOdds.of(GUESTS, 2, 0.5))
        .isEqualTo(Math.log(6 / (5 * 0.5) - 1), within(1e-12));
    assertThat(LeavingOdds.of(GUESTS, 2, 1)).isEqualTo(Math.log(1.0 / 5), within(1e-12));
  }

  @Test
  void the_worse_the_end_the_more_a_guest_is_lost() {
    for (Severity severity : Severity.values()) {
      assertThat(
              List.of(
                  shift(severity, resolved(Delay.HOUR)),
                  shift(severity, resolved(Delay.WEEK)),
                  shift(severity, new Handling.GivenUp()),
                  shift(severity, new Handling.Silent())))
          .isSorted();
    }
    assertThat(shift(Severity.MAJOR, new Handling.Silent()))
        .isGreaterThan(shift(Severity.MINOR, new Handling.Silent()));
  }

  @Test
  void an_open_complaint_worsens_from_tier_to_tier() {
    List<Double> byTier =
        List.of(CostTier.values()).stream()
            .map(tier -> shift(Severity.MAJOR, new Handling.Open(tier)))
            .toList();

    assertThat(byTier).isSorted().doesNotHaveDuplicates();
    assertThat(shift(Severity.MAJOR, new Handling.GivenUp())).isGreaterThan(byTier.getLast());
  }

  @Test
  void no_recovery_is_worth_a_failure_whatever_was_learned() {
    Map<Cell, Double> flattering = new EnumMap<>(Cell.class);
    for (Cell cell : Cell.values()) {
      flattering.put(cell, -5.0);
    }
    Tarp tarp = Priors.TARP.learned(0.5, flattering);
    RiskModel model = Priors.MODEL.with(Priors.MODEL.failures().with(tarp), Priors.MODEL.weights());

    assertThat(model.shift(new Trouble(Severity.MINOR, resolved(Delay.HOUR)), 0)).isZero();
  }

  @Test
  void a_share_above_one_is_refused() {
    Map<Cell, Double> shares = new EnumMap<>(Priors.TARP.shares());
    shares.put(Cell.MINOR_RESOLVED_QUICKLY, 1.01);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tarp("paradox", shares, 1, Map.of()))
        .withMessageContaining("expected: 0 to 1, no failure is 1");
  }

  @Test
  void at_no_strength_a_failure_means_nothing_and_at_full_strength_the_table() {
    assertThat(Priors.TARP.learned(0, Map.of()).kept(0.91)).isEqualTo(1);
    assertThat(Priors.TARP.learned(1, Map.of()).kept(0.91)).isEqualTo(0.09, within(1e-12));
    assertThat(Priors.TARP.kept(0.91)).isEqualTo(0.545, within(1e-12));
  }

  @Test
  void quick_is_within_a_day_and_before_the_next_day_began() {
    FailureEffect effect = Priors.MODEL.failures();

    assertThat(effect.isQuick(new Handling.Resolved(Delay.DAY, CostTier.SAME_DAY, null))).isTrue();
    assertThat(effect.isQuick(new Handling.Resolved(Delay.TWO_DAYS, CostTier.SAME_DAY, null)))
        .isFalse();
    assertThat(effect.isQuick(new Handling.Resolved(Delay.HOUR, CostTier.NEXT_DAY, null)))
        .isFalse();
  }

  private static Handling resolved(Delay delay) {
    return new Handling.Resolved(delay, CostTier.SAME_DAY, null);
  }

  private static double shift(Severity severity, Handling handling) {
    return Priors.MODEL.shift(new Trouble(severity, handling), 0);
  }
}
