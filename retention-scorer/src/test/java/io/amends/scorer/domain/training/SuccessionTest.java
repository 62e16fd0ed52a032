package io.amends.scorer.domain.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.retention.FitEnded.Verdict;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.training.Succession.Result;
import io.amends.scorer.domain.training.Succession.Sitting;
import io.amends.scorer.world.Generator;
import io.amends.scorer.world.Life;
import io.amends.scorer.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SuccessionTest {

  private static final Instant CUT = Generator.START.plusSeconds(86_400L * 900);
  private static final Succession SUCCESSION = new Succession(Training.DEFAULT);
  private static final Sitting PRIOR = new Sitting(Priors.MODEL, Instant.EPOCH);
  private static final List<List<GuestFact>> HISTORIES = histories(2_500, 51);

  @Test
  void a_model_of_the_chains_own_guests_takes_the_place_of_the_prior() {
    Result result = SUCCESSION.after(PRIOR, HISTORIES, CUT);

    assertThat(result.verdict()).isEqualTo(Verdict.TAKEN_INTO_USE);
    assertThat(Objects.requireNonNull(result.candidate()).logLoss())
        .isLessThan(Objects.requireNonNull(result.inUse()).logLoss());
  }

  @Test
  void and_gives_way_to_a_newer_one_that_does_as_well() {
    RiskModel inUse = SUCCESSION.after(PRIOR, HISTORIES, CUT).trained().model();

    Result later =
        SUCCESSION.after(new Sitting(inUse, CUT), HISTORIES, CUT.plusSeconds(86_400L * 30));

    assertThat(later.verdict()).isEqualTo(Verdict.TAKEN_INTO_USE);
  }

  @Test
  void one_that_predicts_worse_does_not_take_the_place_of_what_is_in_use() {
    RiskModel knowing = SUCCESSION.after(PRIOR, HISTORIES, CUT).trained().model();

    Result result =
        SUCCESSION.after(
            new Sitting(knowing, Instant.EPOCH), HISTORIES, CUT.plusSeconds(86_400L * 30));

    assertThat(Objects.requireNonNull(result.candidate()).logLoss())
        .isGreaterThan(Objects.requireNonNull(result.inUse()).logLoss());
    assertThat(result.verdict()).isEqualTo(Verdict.PREDICTS_WORSE);
  }

  @Test
  void a_difference_that_is_chance_is_not_worse_and_one_that_is_none_is() {
    List<Prediction> old =
        List.of(said(0.6, true), said(0.4, false), said(0.7, true), said(0.2, false));
    List<Prediction> chance =
        List.of(said(0.5, true), said(0.3, false), said(0.8, true), said(0.25, false));
    List<Prediction> worse =
        List.of(said(0.4, true), said(0.6, false), said(0.5, true), said(0.5, false));

    assertThat(Succession.isWorse(chance, old)).isFalse();
    assertThat(Succession.isWorse(old, old)).isFalse();
    assertThat(Succession.isWorse(worse, old)).isTrue();
  }

  @Test
  void a_chain_too_small_keeps_what_it_has_and_says_why() {
    Result few = SUCCESSION.after(PRIOR, HISTORIES.subList(0, 200), CUT);
    assertThat(few.verdict()).isEqualTo(Verdict.TOO_FEW_GUESTS);
    assertThat(few.trained().model().guests()).isEqualTo(Priors.MODEL.guests());

    Instant young = Generator.START.plusSeconds(86_400L * 150);
    assertThat(SUCCESSION.after(PRIOR, HISTORIES, young).verdict())
        .isIn(Verdict.TOO_FEW_OUTCOMES, Verdict.TOO_FEW_RETURNS);
  }

  private static Prediction said(double probability, boolean happened) {
    return new Prediction(probability, happened);
  }

  private static List<List<GuestFact>> histories(int guests, long seed) {
    return histories(World.PLAIN.guests(guests), seed);
  }

  private static List<List<GuestFact>> histories(World world, long seed) {
    return Generator.lives(world, seed).stream()
        .map(Life::facts)
        .filter(facts -> !facts.isEmpty())
        .toList();
  }
}
