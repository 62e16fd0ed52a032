package io.amends.scorer.domain.fit;

import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fit.HotelFit.Outcome;
import io.amends.scorer.domain.fit.HotelFit.Why;
import io.amends.scorer.domain.model.BookingHabits;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.world.Generator;
import io.amends.scorer.world.Life;
import io.amends.scorer.world.World;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HotelFitTest {

  private static final Instant CUT = Generator.START.plusSeconds(86_400L * 900);
  private static final World TALKATIVE = World.PLAIN.complaining(0.4).guests(8_000);

  @Test
  void too_few_guests_teach_nothing_and_the_fit_says_so() {
    Sample few = sample(World.PLAIN.guests(200), 1);

    assertThat(new HotelFit(few).chain(Priors.MODEL))
        .isEqualTo(new Outcome.Kept(Priors.MODEL, Why.TOO_FEW_GUESTS, few.guests().size()));
  }

  @Test
  void guests_who_never_return_teach_nothing_about_returning() {
    Sample once = new Sample(CUT);
    for (int guest = 0; guest < 500; guest++) {
      once.add(List.<GuestFact>of(stayed(-600 + guest, null)));
    }

    assertThat(new HotelFit(once).chain(Priors.MODEL))
        .isEqualTo(new Outcome.Kept(Priors.MODEL, Why.TOO_FEW_RETURNS, 500));
  }

  @Test
  void pace_and_habits_of_the_world_are_found_again() {
    RiskModel found = fitted(TALKATIVE, 2);

    assertThat(found.guests().r() / found.guests().alpha()).isEqualTo(3.0 * 7 / 365, within(0.006));
    assertThat(found.habits().cancelled()).isEqualTo(0.12, within(0.01));
    assertThat(found.habits().missed()).isEqualTo(0.02, within(0.005));
    assertThat(found.habits().whileBooked()).isEqualTo(0, within(0.01));
    assertThat(found.failures().quickWithin()).isEqualTo(Delay.DAY);
  }

  @Test
  void the_strength_of_the_TARP_effect_is_learned_from_the_chains_own_cases() {
    assertThat(fitted(TALKATIVE.strength(1), 3).failures().tarp().strength())
        .isEqualTo(1, within(0.15));
    assertThat(fitted(TALKATIVE.strength(0.3), 3).failures().tarp().strength())
        .isEqualTo(0.3, within(0.15));
  }

  @Test
  void few_cases_leave_it_near_the_prior() {
    RiskModel found = fitted(World.PLAIN.complaining(0.02).detected(0).guests(3_000), 4);

    assertThat(found.failures().tarp().strength()).isEqualTo(0.5, within(0.15));
  }

  @Test
  void a_segment_is_pulled_towards_the_chain() {
    RiskModel chain = fitted(TALKATIVE, 5);
    World keen = TALKATIVE.paced(1.2, 6, 0.7, 4, 12).guests(500);
    RiskModel alone = ((Outcome.Fitted) new HotelFit(sample(keen, 6)).chain(chain)).model();
    RiskModel pooled = new HotelFit(sample(keen, 6)).segment(chain).model();

    assertThat(pace(pooled)).isBetween(pace(chain), pace(alone) + 0.002);
    assertThat(pace(pooled)).isGreaterThan(pace(chain) + 0.01);
  }

  @Test
  void where_no_bookings_are_told_every_stay_is_its_own_arrival() {
    Sample stays = new Sample(CUT);
    for (Life life : Generator.lives(World.PLAIN.guests(2_000), 7)) {
      stays.add(life.facts().stream().filter(GuestFact.StayCompleted.class::isInstance).toList());
    }

    assertThat(new HotelFit(stays).chain(Priors.MODEL).model().habits())
        .isEqualTo(BookingHabits.NO_BOOKINGS);
  }

  private static double pace(RiskModel model) {
    return model.guests().r() / model.guests().alpha();
  }

  private static RiskModel fitted(World world, long seed) {
    return ((Outcome.Fitted) new HotelFit(sample(world, seed)).chain(Priors.MODEL)).model();
  }

  private static Sample sample(World world, long seed) {
    Sample sample = new Sample(CUT);
    Generator.lives(world, seed).forEach(life -> sample.add(life.facts()));
    return sample;
  }
}
