package io.amends.scorer.domain.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.world.Generator;
import io.amends.scorer.world.World;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidenceFitTest {

  @Test
  void the_slope_is_the_slope_of_the_height() {
    Sample sample = new Sample(Generator.START.plusSeconds(86_400L * 900));
    Generator.lives(World.PLAIN.complaining(0.4).guests(1_500), 8)
        .forEach(life -> sample.add(life.facts()));
    EvidenceFit fit = new EvidenceFit(sample, Priors.MODEL);
    double[] at = new EvidencePoint(sample.frequentClues()).of(Priors.MODEL);
    Random random = new Random(3);
    for (int i = 0; i < at.length; i++) {
      at[i] += 0.1 * random.nextDouble();
    }

    double[] slope = fit.slope(at);

    for (int i = 0; i < at.length; i++) {
      double[] after = at.clone();
      double[] before = at.clone();
      after[i] += 1e-5;
      before[i] -= 1e-5;
      assertThat(slope[i])
          .as("coordinate %d", i)
          .isEqualTo((fit.height(after) - fit.height(before)) / 2e-5, within(1e-3));
    }
    assertThat(at.length).isGreaterThan(10);
  }
}
