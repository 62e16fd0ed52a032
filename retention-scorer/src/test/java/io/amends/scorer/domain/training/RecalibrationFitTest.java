package io.amends.scorer.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.Cdnow;
import io.amends.scorer.domain.fit.KernelFit;
import io.amends.scorer.domain.kernel.ModifiedBetaGeometric;
import io.amends.scorer.domain.kernel.Purchases;
import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.domain.training.RecalibrationFit.Matured;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** CDNOW, 39 weeks to learn and 39 to be judged: the figures that the model is held to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecalibrationFitTest {

  private static final double WEEKS = 39;

  @Test
  void without_labels_the_kernel_reaches_its_reference_figures() {
    Quality quality = Quality.of(matured().stream().map(RecalibrationFitTest::plain).toList());

    assertThat(quality.auc()).isEqualTo(0.7601, within(5e-4));
    assertThat(quality.brier()).isLessThanOrEqualTo(0.162);
    assertThat(quality.logLoss()).isLessThanOrEqualTo(0.509);
    assertThat(quality.ece()).isEqualTo(0.050, within(0.001));
  }

  @Test
  void recalibrated_on_the_holdouts_labels_it_comes_nearer() {
    Quality quality = Quality.of(RecalibrationFit.crossValidated(matured()));

    assertThat(quality.brier()).isLessThanOrEqualTo(0.157);
    assertThat(quality.ece()).isLessThanOrEqualTo(0.03);
  }

  @Test
  void no_layer_lets_a_guest_look_safer_for_staying_silent_longer() {
    Random random = new Random(9);
    List<Matured> misleading = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double silence = 50 * random.nextDouble();
      double probability = 0.3 + 0.6 * random.nextDouble();
      boolean noStay = random.nextDouble() < probability - 0.004 * silence;
      misleading.add(new Matured(probability, random.nextInt(5), silence, silence + 10, noStay));
    }

    Recalibration layer = RecalibrationFit.fit(misleading);

    assertThat(layer).isNotEqualTo(Recalibration.NONE);
    assertThat(layer.perSilence()).isNotNegative();
    assertThat(layer.perAge()).isNotNegative();
  }

  @Test
  void a_model_that_is_right_needs_no_layer() {
    Random random = new Random(10);
    List<Matured> right = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double probability = random.nextDouble();
      right.add(new Matured(probability, 1, 2, 3, random.nextDouble() < probability));
    }

    assertThat(RecalibrationFit.fit(right)).isEqualTo(Recalibration.NONE);
  }

  @Test
  void recency_alone_ranks_as_well() {
    List<Prediction> recency =
        Cdnow.rows().stream()
            .map(row -> new Prediction(silence(row.purchases()), row.nothingBought()))
            .toList();

    assertThat(Quality.auc(recency)).isEqualTo(0.7714, within(5e-4));
  }

  private static Prediction plain(Matured one) {
    return new Prediction(one.probability(), one.noStay());
  }

  private static List<Matured> matured() {
    ModifiedBetaGeometric model =
        new KernelFit(Cdnow.rows().stream().map(Cdnow.Row::purchases).toList())
            .modifiedBetaGeometric()
            .model();
    return Cdnow.rows().stream()
        .map(
            row ->
                new Matured(
                    model.nothingWithin(WEEKS, row.purchases()),
                    row.purchases().repeats(),
                    silence(row.purchases()),
                    row.purchases().now(),
                    row.nothingBought()))
        .toList();
  }

  private static double silence(Purchases purchases) {
    return purchases.now() - purchases.last();
  }
}
