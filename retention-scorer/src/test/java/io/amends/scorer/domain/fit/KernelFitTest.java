package io.amends.scorer.domain.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.Cdnow;
import io.amends.scorer.domain.kernel.Heterogeneity;
import io.amends.scorer.domain.kernel.ParetoNegativeBinomial;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Own fits on the CDNOW sample against the refit that reached the published likelihoods. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KernelFitTest {

  /** Three significant digits: half a unit of the third, relative to the smallest of them. */
  private static final double THREE_DIGITS = 0.005;

  private static final Offset<Double> LIKELIHOOD = within(0.06);

  @Test
  void BG_NBD_finds_the_published_parameters() {
    var fitted = fit().betaGeometric();

    assertThat(fitted.logLikelihood()).isEqualTo(-9582.429, LIKELIHOOD);
    near(fitted.model().guests(), 0.24259, 4.41347, 0.79287, 2.42571);
  }

  @Test
  void MBG_NBD_finds_the_published_parameters() {
    var fitted = fit().modifiedBetaGeometric();

    assertThat(fitted.logLikelihood()).isEqualTo(-9582.1327, LIKELIHOOD);
    near(fitted.model().guests(), 0.52485, 6.18304, 0.89133, 1.61387);
  }

  @Test
  void Pareto_NBD_finds_the_published_parameters() {
    var fitted = fit().paretoNegativeBinomial();
    ParetoNegativeBinomial model = fitted.model();

    assertThat(fitted.logLikelihood()).isEqualTo(-9594.976, LIKELIHOOD);
    near(
        List.of(model.r(), model.alpha(), model.s(), model.beta()),
        List.of(0.55327, 10.57757, 0.60620, 11.66741));
  }

  private static KernelFit fit() {
    return new KernelFit(Cdnow.rows().stream().map(Cdnow.Row::purchases).toList());
  }

  private static void near(Heterogeneity found, double r, double alpha, double a, double b) {
    near(List.of(found.r(), found.alpha(), found.a(), found.b()), List.of(r, alpha, a, b));
  }

  private static void near(List<Double> found, List<Double> published) {
    for (int i = 0; i < found.size(); i++) {
      double expected = published.get(i);
      assertThat(found.get(i))
          .isEqualTo(
              expected, within(THREE_DIGITS * Math.pow(10, Math.floor(Math.log10(expected)))));
    }
  }
}
