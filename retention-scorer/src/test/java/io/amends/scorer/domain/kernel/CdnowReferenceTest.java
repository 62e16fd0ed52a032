package io.amends.scorer.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.Cdnow;
import io.amends.scorer.Cdnow.Judgement;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** All 2,357 customers of the reference file, one by one, at the parameters it was made with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CdnowReferenceTest {

  private static final double WEEKS = 39;
  private static final Offset<Double> CLOSE = within(1e-6);

  @Test
  void BG_NBD_judges_every_customer_as_the_reference_does() {
    agrees(
        new BetaGeometric(new Heterogeneity(0.24259, 4.41347, 0.79287, 2.42571)),
        Cdnow.Row::betaGeometric);
  }

  @Test
  void MBG_NBD_judges_every_customer_as_the_reference_does() {
    agrees(
        new ModifiedBetaGeometric(new Heterogeneity(0.52485, 6.18304, 0.89133, 1.61387)),
        Cdnow.Row::modifiedBetaGeometric);
  }

  @Test
  void Pareto_NBD_judges_every_customer_as_the_reference_does() {
    agrees(new ParetoNegativeBinomial(0.55327, 10.57757, 0.60620, 11.66741), Cdnow.Row::pareto);
  }

  private static void agrees(BuyTillYouDie model, Function<Cdnow.Row, Judgement> reference) {
    List<Cdnow.Row> rows = Cdnow.rows();

    assertThat(rows).hasSize(2_357);
    for (Cdnow.Row row : rows) {
      Judgement expected = reference.apply(row);
      assertThat(model.alive(row.purchases())).as(row.id()).isEqualTo(expected.alive(), CLOSE);
      assertThat(model.nothingWithin(WEEKS, row.purchases()))
          .as(row.id())
          .isEqualTo(expected.nothing(), CLOSE);
    }
  }
}
