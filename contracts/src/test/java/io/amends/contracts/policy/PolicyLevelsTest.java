package io.amends.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyLevelsTest {

  private static final Map<String, Object> CHAIN =
      Map.of(
          "policy", Map.of("version", 1, "locks", List.of("costOfDelay.tiers", "sensitive")),
          "promises", Map.of("fix", Map.of("MINOR", "PT4H", "MAJOR", "PT2H")),
          "costOfDelay", Map.of("tiers", Map.of("LATER", 100), "shown", true),
          "warnings", List.of("50%", "80%"));

  @Test
  void a_lower_level_says_only_what_is_other_there() {
    Map<String, Object> resolved =
        PolicyLevels.resolve(
            List.of(
                CHAIN,
                Map.of("promises", Map.of("fix", Map.of("MAJOR", "PT1H"))),
                Map.of("warnings", List.of("90%"))));
    assertThat(resolved)
        .containsEntry("promises", Map.of("fix", Map.of("MINOR", "PT4H", "MAJOR", "PT1H")))
        .containsEntry("warnings", List.of("90%"))
        .containsEntry("costOfDelay", CHAIN.get("costOfDelay"));
  }

  @Test
  void the_lowest_level_wins() {
    assertThat(
            PolicyLevels.resolve(
                List.of(
                    CHAIN, Map.of("warnings", List.of("60%")), Map.of("warnings", List.of("70%")))))
        .containsEntry("warnings", List.of("70%"));
  }

  @Test
  void what_is_locked_is_as_above_and_what_lies_beside_it_is_not() {
    Map<String, Object> brand =
        Map.of("costOfDelay", Map.of("tiers", Map.of("LATER", 5), "shown", false));
    assertThat(PolicyLevels.broken(brand, PolicyLevels.locksOf(CHAIN)))
        .containsExactly("/costOfDelay/tiers");
    assertThat(PolicyLevels.resolve(List.of(CHAIN, brand)))
        .containsEntry("costOfDelay", Map.of("tiers", Map.of("LATER", 100), "shown", false));
  }

  @Test
  void a_brand_locks_what_its_hotels_may_not_say_otherwise() {
    Map<String, Object> brand =
        Map.of(
            "policy", Map.of("version", 1, "locks", List.of("warnings")),
            "warnings", List.of("60%"));
    assertThat(PolicyLevels.resolve(List.of(CHAIN, brand, Map.of("warnings", List.of("1%")))))
        .containsEntry("warnings", List.of("60%"));
  }
}
