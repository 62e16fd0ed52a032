package io.amends.scorer.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The single values that other implementations assert: PyMC-Marketing, lifetimes, BTYD. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedValuesTest {

  private static final Heterogeneity ROUND = new Heterogeneity(0.25, 4, 0.8, 2.5);

  /** Fader, Hardie and Lee 2005, CDNOW sample, 39 weeks. */
  private static final Heterogeneity CDNOW = new Heterogeneity(0.243, 4.414, 0.793, 2.426);

  @Test
  void log_likelihoods_of_BG_NBD_agree_to_the_printed_digits() {
    BetaGeometric model = new BetaGeometric(ROUND);

    assertThat(model.logLikelihood(new Purchases(0, 0, 40))).isEqualTo(-0.59947382, within(5e-9));
    assertThat(model.logLikelihood(new Purchases(200, 38, 40))).isEqualTo(100.7957, within(5e-5));
  }

  @Test
  void log_likelihoods_of_MBG_NBD_agree_to_the_printed_digits() {
    ModifiedBetaGeometric model = new ModifiedBetaGeometric(ROUND);

    assertThat(model.logLikelihood(new Purchases(0, 0, 40))).isEqualTo(-0.41792826, within(5e-9));
    assertThat(model.logLikelihood(new Purchases(200, 38, 40))).isEqualTo(100.7869, within(5e-5));
  }

  @Test
  void the_guest_of_the_BG_NBD_note_is_expected_to_buy_1_226_times_in_39_weeks() {
    double expected = new BetaGeometric(CDNOW).expectedWithin(39, new Purchases(2, 30.43, 38.86));

    assertThat(expected).isEqualTo(1.226, within(5e-4));
  }

  @Test
  void a_new_guest_buys_nothing_in_39_weeks_with_probability_0_5737864() {
    double nothing = new BetaGeometric(CDNOW).nothingWithin(39, new Purchases(0, 0, 0));

    assertThat(nothing).isEqualTo(0.5737864, within(5e-8));
  }

  @Test
  void the_guest_of_the_Pareto_NBD_walkthrough_is_alive_with_probability_0_9979() {
    double alive =
        new ParetoNegativeBinomial(0.553, 10.578, 0.606, 11.669)
            .alive(new Purchases(26, 30.86, 31));

    assertThat(alive).isEqualTo(0.9979, within(5e-5));
  }

  @Test
  void ten_thousand_purchases_overflow_nothing() {
    Purchases busy = new Purchases(10_000, 1_499, 1_500);

    assertThat(new ModifiedBetaGeometric(ROUND).logLikelihood(busy)).isFinite();
    assertThat(new ModifiedBetaGeometric(ROUND).alive(busy)).isBetween(0.0, 1.0);
    assertThat(new ModifiedBetaGeometric(ROUND).expectedWithin(52, busy)).isBetween(0.0, 400.0);
    assertThat(new BetaGeometric(ROUND).nothingWithin(1, busy)).isBetween(0.0, 1.0);
  }

  @Test
  void expected_purchases_are_the_area_under_the_chance_of_buying() {
    ModifiedBetaGeometric model = new ModifiedBetaGeometric(ROUND);
    Purchases guest = new Purchases(3, 20, 30);
    double short_while = 1e-4;

    assertThat(model.expectedWithin(short_while, guest))
        .isEqualTo(1 - model.nothingWithin(short_while, guest), within(1e-7));
  }
}
