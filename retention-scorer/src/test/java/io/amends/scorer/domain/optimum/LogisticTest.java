package io.amends.scorer.domain.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogisticTest {

  @Test
  void it_finds_the_coefficients_that_made_the_data() {
    Random random = new Random(5);
    List<Logistic.Case> cases = new ArrayList<>();
    for (int i = 0; i < 40_000; i++) {
      double one = random.nextGaussian();
      double other = 100 + 20 * random.nextGaussian();
      double odds = Math.exp(-2.5 + 0.8 * one + 0.03 * other);
      cases.add(new Logistic.Case(List.of(one, other), random.nextDouble() < odds / (1 + odds)));
    }

    List<Double> found = Logistic.fit(cases).coefficients();

    assertThat(found.get(0)).isEqualTo(-2.5, within(0.15));
    assertThat(found.get(1)).isEqualTo(0.8, within(0.04));
    assertThat(found.get(2)).isEqualTo(0.03, within(0.0015));
  }

  @Test
  void a_feature_that_never_changes_does_no_harm() {
    List<Logistic.Case> cases = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      cases.add(new Logistic.Case(List.of(7.0), i % 4 == 0));
    }

    assertThat(Logistic.fit(cases).probability(List.of(7.0))).isEqualTo(0.25, within(0.001));
  }
}
