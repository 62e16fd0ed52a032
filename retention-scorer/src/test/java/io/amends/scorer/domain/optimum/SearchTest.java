package io.amends.scorer.domain.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.optimum.Search.Result;
import io.amends.scorer.domain.optimum.Search.Variable;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTest {

  private static final List<Variable> TWO = List.of(new Variable(0, -5, 5), new Variable(0, -5, 5));

  @Test
  void it_finds_the_top_within_bounds() {
    Result result =
        new Search(TWO, 0.5, 1e-6, 500)
            .greatest(at -> -Math.pow(at[0] - 1, 2) - Math.pow(at[1] + 7, 2));

    assertThat(result).isInstanceOf(Result.Found.class);
    List<Double> top = ((Result.Found) result).point();
    assertThat(top.get(0)).isEqualTo(1, within(1e-4));
    assertThat(top.get(1)).isEqualTo(-5, within(1e-4));
  }

  @Test
  void a_search_that_does_not_end_says_so() {
    assertThat(new Search(TWO, 0.5, 1e-12, 8).greatest(at -> Math.sin(at[0] * 40) + at[1]))
        .isInstanceOf(Result.GaveUp.class);
  }
}
