package io.amends.scorer.domain.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.scorer.domain.fact.FactFormat;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.LoyaltyLevel;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.world.Generator;
import io.amends.scorer.world.Life;
import io.amends.scorer.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts may come in any order within the bound; a guest's life is told in many. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LatenessTest {

  private static final Duration BOUND = ProfileRules.DEFAULT.lateness();
  private static final Instant END = Generator.START.plus(Duration.ofDays(1_200));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shuffled_within_the_bound_a_life_gives_the_same_profile_and_score(long seed) {
    World busy = World.PLAIN.complaining(0.6).guests(300);
    Random random = new Random(seed);
    int moved = 0;

    for (Life life : Generator.lives(busy, seed)) {
      List<GuestFact> inOrder = life.facts().stream().sorted(FactFormat.ORDER).toList();
      List<GuestFact> shuffled = heardLate(inOrder, random);
      moved += shuffled.equals(inOrder) ? 0 : 1;
      GuestProfile expected = told(inOrder);
      GuestProfile profile = told(shuffled);

      assertThat(profile).as(life.guest()).isEqualTo(expected);
      assertThat(score(profile)).as(life.guest()).isEqualTo(score(expected));
    }
    assertThat(moved).isGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 7})
  void what_is_stored_after_every_fact_goes_on_as_if_it_had_not_been(long seed) {
    for (Life life : Generator.lives(World.PLAIN.complaining(0.6).guests(200), seed)) {
      GuestProfile kept = GuestProfile.NEW;
      for (GuestFact fact : life.facts()) {
        GuestProfile next = ProfileRules.DEFAULT.evolve(kept, fact).profile();
        kept = ProfileFormat.read(ProfileFormat.write(next));
        assertThat(kept).isEqualTo(next);
      }
    }
  }

  @Test
  void master_data_of_today_come_before_the_history_and_make_none_of_it_late() {
    for (Life life : Generator.lives(World.PLAIN.complaining(0.6).guests(100), 8)) {
      List<GuestFact> history = life.facts().stream().sorted(FactFormat.ORDER).toList();
      List<GuestFact> tierFirst = new ArrayList<>(history);
      tierFirst.addFirst(tier(END));
      List<GuestFact> tierLast = new ArrayList<>(history);
      tierLast.addLast(tier(END));

      assertThat(told(tierFirst)).as(life.guest()).isEqualTo(told(tierLast));
    }
  }

  @Test
  void a_tier_that_is_told_every_night_takes_no_more_room_each_night() {
    List<GuestFact> nights = new ArrayList<>();
    for (int night = 0; night < 400; night++) {
      nights.add(tier(END.plus(Duration.ofDays(night))));
    }

    assertThat(told(nights).recent()).containsExactly(nights.getFirst(), nights.getLast());
  }

  private static GuestFact tier(Instant at) {
    return new GuestFact.LoyaltyChanged(at, LoyaltyLevel.GOLD);
  }

  /** Each fact is heard up to the bound after it happened. */
  private static List<GuestFact> heardLate(List<GuestFact> facts, Random random) {
    record Heard(GuestFact fact, Instant at) {}
    List<Heard> heard = new ArrayList<>();
    for (GuestFact fact : facts) {
      heard.add(new Heard(fact, fact.at().plusSeconds(random.nextLong(BOUND.toSeconds()))));
    }
    heard.sort(Comparator.comparing(Heard::at));
    return heard.stream().map(Heard::fact).toList();
  }

  private static GuestProfile told(List<GuestFact> facts) {
    GuestProfile profile = GuestProfile.NEW;
    for (GuestFact fact : facts) {
      profile = ProfileRules.DEFAULT.evolve(profile, fact).profile();
    }
    return profile;
  }

  private static Scorer.Risk score(GuestProfile profile) {
    return new Scorer(RiskPolicy.DEFAULT).risk(profile.at(END), END, Priors.MODEL);
  }
}
