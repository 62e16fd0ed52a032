package io.amends.scorer.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.quality.Prediction;
import io.amends.scorer.domain.quality.Quality;
import io.amends.scorer.domain.statistics.Statistics;
import io.amends.scorer.domain.training.Training.Recipe;
import io.amends.scorer.domain.training.Training.Trained;
import io.amends.scorer.world.Generator;
import io.amends.scorer.world.Life;
import io.amends.scorer.world.Oracle;
import io.amends.scorer.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Worlds whose truth is known: how near to knowing it does a model come that had to learn it? */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GeneratedHistoriesTest {

  private static final Instant CUT = Generator.START.plusSeconds(86_400L * 900);
  private static final World PLAIN = World.PLAIN.guests(8_000);

  @Test
  void where_few_complain_it_comes_within_a_hair_of_the_oracle() {
    Judged judged = judge(PLAIN, 31, _ -> true);

    assertThat(judged.model().auc()).isGreaterThan(judged.oracle().auc() - 0.006);
    assertThat(judged.model().brier()).isLessThan(judged.oracle().brier() + 0.002);
    assertThat(judged.model().ece()).isLessThan(0.025);
  }

  @Test
  void where_many_complain_it_knows_what_their_complaints_mean() {
    Judged judged = judge(PLAIN.complaining(0.4), 32, GeneratedHistoriesTest::complained);

    assertThat(judged.model().count()).isGreaterThan(500);
    assertThat(judged.model().auc()).isGreaterThan(judged.oracle().auc() - 0.02);
    assertThat(judged.model().brier()).isLessThan(judged.oracle().brier() + 0.004);
    assertThat(judged.model().ece()).isLessThan(0.04);
  }

  @Test
  void where_stated_intention_overstates_behaviour_it_learns_that_too() {
    Judged judged =
        judge(PLAIN.complaining(0.4).strength(0.4), 33, GeneratedHistoriesTest::complained);

    assertThat(judged.model().ece()).isLessThan(0.05);
    assertThat(judged.model().predicted()).isEqualTo(judged.model().realised(), within(0.03));
  }

  @Test
  void where_pace_is_no_gamma_it_is_calibrated_all_the_same() {
    Judged judged = judge(PLAIN.segmented(), 34, _ -> true);

    assertThat(judged.model().ece()).isLessThan(0.025);
    assertThat(judged.model().brier()).isLessThan(judged.oracle().brier() + 0.003);
  }

  @Test
  void where_guests_leave_on_cancelling_it_finds_out() {
    Judged judged = judge(PLAIN.leaving(0.5), 35, _ -> true);

    assertThat(judged.model().brier()).isLessThan(judged.oracle().brier() + 0.002);
    assertThat(judged.model().ece()).isLessThan(0.025);
  }

  @Test
  void what_happens_after_the_cut_changes_nothing() {
    List<List<GuestFact>> whole = histories(Generator.lives(PLAIN.guests(4_000), 36));
    List<List<GuestFact>> before =
        whole.stream()
            .map(facts -> facts.stream().filter(fact -> !fact.at().isAfter(CUT)).toList())
            .filter(facts -> !facts.isEmpty())
            .toList();

    Trained seen = Training.DEFAULT.train(whole, CUT, Priors.MODEL);
    Trained unseen = Training.DEFAULT.train(before, CUT, Priors.MODEL);

    assertThat(seen.model()).isEqualTo(unseen.model());
  }

  @Test
  void a_model_that_learned_is_judged_better_than_the_one_it_began_with() {
    List<List<GuestFact>> histories = histories(Generator.lives(PLAIN.guests(5_000), 38));
    Trained trained = Training.DEFAULT.train(histories, CUT, Priors.MODEL);
    Instant later = CUT.plusSeconds(86_400L * 10);

    assertThat(Training.DEFAULT.judge(histories, later, trained.model()).logLoss())
        .isLessThan(Training.DEFAULT.judge(histories, later, Priors.MODEL).logLoss() - 0.01);
  }

  @Test
  void a_history_too_young_for_outcomes_is_fitted_and_says_that_nothing_had_matured() {
    List<List<GuestFact>> young = histories(Generator.lives(PLAIN.guests(4_000), 37));

    Trained trained =
        Training.DEFAULT.train(young, Generator.START.plusSeconds(86_400L * 150), Priors.MODEL);

    assertThat(trained.holdout()).isNull();
    assertThat(trained.recipe()).isEqualTo(Recipe.LEARNED);
  }

  private record Judged(Quality model, Quality oracle) {}

  private static Judged judge(World world, long seed, Predicate<Statistics> which) {
    List<Life> lives = Generator.lives(world, seed);
    Trained trained = Training.DEFAULT.train(histories(lives), CUT, Priors.MODEL);
    Oracle oracle = new Oracle(world, Priors.HORIZON);
    List<Prediction> ours = new ArrayList<>();
    List<Prediction> theirs = new ArrayList<>();
    for (Life life : lives) {
      Statistics guest = Outcomes.knownAt(CUT, life.facts());
      if (guest.since() != null && which.test(guest)) {
        boolean noStay = Outcomes.noStay(guest, life.facts(), CUT, Priors.HORIZON);
        double risk = Training.DEFAULT.scorer().risk(guest, CUT, trained.model()).noStay();
        ours.add(new Prediction(risk, noStay));
        theirs.add(new Prediction(oracle.noStay(guest, CUT), noStay));
      }
    }
    return new Judged(Quality.of(ours), Quality.of(theirs));
  }

  private static boolean complained(Statistics guest) {
    return guest.clock().running() && !guest.episode().complaints().isEmpty();
  }

  private static List<List<GuestFact>> histories(List<Life> lives) {
    return lives.stream().map(Life::facts).filter(facts -> !facts.isEmpty()).toList();
  }
}
