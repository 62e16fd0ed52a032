package io.amends.scorer.domain.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QualityTest {

  private static final List<Prediction> FOUR = List.of(yes(0.9), no(0.8), yes(0.8), no(0.1));

  @Test
  void ties_count_half() {
    assertThat(Quality.auc(FOUR)).isEqualTo((1 + 1 + 0.5 + 1) / 4, within(1e-12));
    assertThat(Quality.auc(List.of(yes(0.5), no(0.5)))).isEqualTo(0.5);
    assertThat(Quality.auc(List.of(yes(0.2), no(0.7)))).isZero();
  }

  @Test
  void brier_is_the_mean_squared_error() {
    assertThat(Quality.of(FOUR).brier()).isEqualTo((0.01 + 0.64 + 0.04 + 0.01) / 4, within(1e-12));
  }

  @Test
  void log_loss_of_a_wrong_certainty_is_finite() {
    assertThat(Quality.of(List.of(yes(0), no(0))).logLoss()).isBetween(6.0, 7.5);
  }

  @Test
  void the_calibration_error_is_the_gap_of_each_tenth_by_its_guests() {
    assertThat(Quality.of(FOUR).ece())
        .isEqualTo((Math.abs(0.9 - 1) + Math.abs(1.6 - 1) + 0.1) / 4, within(1e-12));
    assertThat(Quality.bins(List.of(yes(1.0))).getLast().count()).isEqualTo(1);
  }

  @Test
  void means_are_those_of_prediction_and_outcome() {
    assertThat(Quality.of(FOUR).predicted()).isEqualTo(0.65, within(1e-12));
    assertThat(Quality.of(FOUR).realised()).isEqualTo(0.5);
  }

  private static Prediction yes(double probability) {
    return new Prediction(probability, true);
  }

  private static Prediction no(double probability) {
    return new Prediction(probability, false);
  }
}
