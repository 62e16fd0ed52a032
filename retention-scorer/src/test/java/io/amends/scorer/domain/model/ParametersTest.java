package io.amends.scorer.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amends.scorer.domain.evidence.Delay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ParametersTest {

  private static final RiskModel LEARNED =
      Priors.MODEL
          .named("fit-1")
          .with(
              new FailureEffect(
                  Priors.TARP.learned(0.31, Map.of(Cell.MAJOR_RESOLVED, -0.2)),
                  Priors.MODEL.failures().outlook(),
                  Delay.FOUR_HOURS),
              Priors.MODEL.weights().with(Map.of(Clue.IN_PUBLIC, 0.77)))
          .with(new BookingHabits(0.1, 0.03, 1.4, List.of(0.2, 2.0, 11.5), 0.4))
          .with(new Recalibration(0.1, 0.9, -0.1, 0.02, 0.01), 0.61)
          .within(Duration.ofDays(365));

  @Test
  void a_model_comes_back_as_it_was_published() {
    RiskModel read = Parameters.read("fit-1", "tarp-1986", Parameters.of(LEARNED));

    assertThat(Parameters.of(read)).isEqualTo(Parameters.of(LEARNED));
    assertThat(read.failures().quickWithin()).isEqualTo(Delay.FOUR_HOURS);
    assertThat(read.habits()).isEqualTo(LEARNED.habits());
    assertThat(read.recalibration()).isEqualTo(LEARNED.recalibration());
    assertThat(read.weights()).isEqualTo(LEARNED.weights());
    assertThat(read.horizon()).isEqualTo(LEARNED.horizon());
  }

  @ParameterizedTest
  @EnumSource
  void every_reading_of_quickly_comes_back(Delay delay) {
    FailureEffect quick = new FailureEffect(Priors.TARP, Priors.MODEL.failures().outlook(), delay);
    RiskModel model = Priors.MODEL.with(quick, Priors.MODEL.weights());

    assertThat(Parameters.read("m", "p", Parameters.of(model)).failures().quickWithin())
        .isEqualTo(delay);
  }

  @Test
  void a_clue_that_it_does_not_know_has_the_priors_weight() {
    Map<String, Double> older = new TreeMap<>(Parameters.of(LEARNED));
    older.remove("weight.REFERRALS");

    assertThat(Parameters.read("fit-1", "p", older).weights().of(Clue.REFERRALS))
        .isEqualTo(Priors.MODEL.weights().of(Clue.REFERRALS));
  }

  @Test
  void what_is_missing_is_named() {
    Map<String, Double> damaged = new TreeMap<>(Parameters.of(LEARNED));
    damaged.remove("guests.alpha");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameters.read("fit-1", "p", damaged))
        .withMessage("guests.alpha: null (expected: a number)");
  }

  @Test
  void over_another_horizon_what_was_calibrated_on_outcomes_is_left_out() {
    assertThat(LEARNED.over(Duration.ofDays(180)).recalibration()).isEqualTo(Recalibration.NONE);
    assertThat(LEARNED.over(Duration.ofDays(365))).isSameAs(LEARNED);
  }
}
