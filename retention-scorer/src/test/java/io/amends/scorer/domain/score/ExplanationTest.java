package io.amends.scorer.domain.score;

import static io.amends.scorer.Told.booked;
import static io.amends.scorer.Told.complained;
import static io.amends.scorer.Told.date;
import static io.amends.scorer.Told.day;
import static io.amends.scorer.Told.profile;
import static io.amends.scorer.Told.stayed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.GuestProfile;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.score.Reason.Code;
import io.amends.scorer.world.Generator;
import io.amends.scorer.world.Life;
import io.amends.scorer.world.World;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationTest {

  private static final Scorer SCORER = new Scorer(RiskPolicy.DEFAULT);
  private static final RiskModel MODEL =
      Priors.MODEL.with(new Recalibration(0.1, 1.1, 0.2, -0.1, 0.05), 0.68);

  @Test
  void reasons_add_up_from_the_base_rate_to_the_score_of_every_guest() {
    for (Life life : Generator.lives(World.PLAIN.complaining(0.5).guests(400), 3)) {
      Instant asOf = Generator.START.plusSeconds(86_400L * 1_100);
      RiskScore score = SCORER.score(told(life), asOf, MODEL);

      assertThat(score.reasons().stream().mapToDouble(Reason::contribution).sum())
          .as(life.guest())
          .isEqualTo(
              Recalibration.logit(score.noStay()) - Recalibration.logit(score.baseRate()),
              within(1e-8));
      assertThat(score.reasons())
          .isSortedAccordingTo((a, b) -> Double.compare(b.contribution(), a.contribution()));
    }
  }

  @Test
  void an_open_complaint_is_told_as_the_failure_and_as_no_answer_since() {
    RiskScore score =
        SCORER.score(
            profile(booked(0, "B1", 10, 2), complained(11, "C1", Severity.MAJOR), stayed(12, "B1")),
            day(13.5),
            Priors.MODEL);

    assertThat(score.reasons())
        .extracting(Reason::code)
        .contains(
            new Code.Failed(Severity.MAJOR),
            new Code.NotMadeGood(day(11), io.amends.scorer.domain.fact.CostTier.LATER),
            new Code.Silence(1));
    assertThat(score.heaviest()).isEqualTo(Factor.RECOVERY);
  }

  @Test
  void a_booking_explains_itself() {
    RiskScore score = SCORER.score(profile(booked(0, "B1", 40, 2)), day(1), Priors.MODEL);

    assertThat(score.reasons()).extracting(Reason::code).contains(new Code.Booked(date(40)));
    assertThat(score.heaviest()).isEqualTo(Factor.RELATIONSHIP);
  }

  @Test
  void of_a_stranger_it_says_only_that() {
    RiskScore score = SCORER.score(GuestProfile.NEW, day(1), Priors.MODEL);

    assertThat(score.reasons())
        .containsExactly(new Reason(new Code.NeverCame(), Factor.RELATIONSHIP, 0));
    assertThat(score.worth()).isNull();
  }

  @Test
  void the_score_names_its_model_and_where_the_risk_is_going() {
    RiskScore score = SCORER.score(profile(stayed(0, "S1")), day(1), MODEL.named("chain-7"));

    assertThat(score.model()).isEqualTo("chain-7");
    assertThat(score.inThirtyDays()).isGreaterThan(score.noStay());
  }

  private static GuestProfile told(Life life) {
    GuestProfile profile = GuestProfile.NEW;
    for (GuestFact fact : life.facts()) {
      profile = ProfileRules.DEFAULT.evolve(profile, fact).profile();
    }
    return profile;
  }
}
