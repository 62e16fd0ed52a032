package io.amends.scorer.domain.score;

import static io.amends.scorer.Told.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.CheckedIn;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMerged;
import io.amends.scorer.domain.fact.GuestFact.ComplaintResolved;
import io.amends.scorer.domain.fact.GuestFact.RecoveryFailed;
import io.amends.scorer.domain.fact.GuestFact.SurveyAnswered;
import io.amends.scorer.domain.fact.GuestFact.TierEntered;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.Recalibration;
import io.amends.scorer.domain.policy.Band;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.score.Reason.Code;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Three evenings in a hotel, on the shipped model and policy. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveningsTest {

  private static final Reference CASE = Reference.of("CASE");
  private static final Scorer SCORER = new Scorer(RiskPolicy.DEFAULT);

  private final List<GuestFact> told = new ArrayList<>();

  /** The air conditioning of 1204: the hotel knew first and made good within half an hour. */
  @Test
  void found_before_the_guest_said_a_word_the_risk_rises_and_falls_and_is_watched_at_most() {
    told.add(new CheckedIn(at("2027-01-12T14:40+08:00"), Reference.of("S-301")));
    RiskScore before = score("2027-01-12T15:00+08:00");
    told.add(complaint("2027-01-12T14:58+08:00", Severity.MAJOR, Voice.HOTEL));
    RiskScore noticed = score("2027-01-12T15:05+08:00");
    told.add(new ComplaintResolved(at("2027-01-12T15:24+08:00"), CASE, null));
    RiskScore madeGood = score("2027-01-12T15:24+08:00");

    assertThat(noticed.noStay()).isGreaterThan(before.noStay());
    assertThat(madeGood.noStay()).isLessThan(noticed.noStay());
    assertThat(RiskPolicy.DEFAULT.band(Band.NONE, madeGood.risk().aboveExpectation()))
        .isLessThanOrEqualTo(Band.WATCH);
  }

  /** One guest, two channels: by telephone, and by mail a quarter of an hour later. */
  @Test
  void what_was_told_twice_weighs_once() {
    told.add(complaint("2027-02-20T18:05+11:00", Severity.MAJOR, Voice.GUEST));
    RiskScore once = score("2027-02-20T18:40+11:00");
    Reference mail = Reference.of("mail");
    Instant then = at("2027-02-20T18:22+11:00");
    told.add(new ComplaintMade(then, mail, Severity.MAJOR, Voice.GUEST));
    assertThat(score("2027-02-20T18:40+11:00").noStay()).isGreaterThan(once.noStay());
    told.add(new ComplaintMerged(then, mail));
    assertThat(score("2027-02-20T18:40+11:00").noStay()).isEqualTo(once.noStay());
  }

  /** Discount and points, and still unhappy: fair money, poor manners. */
  @Test
  void fair_money_and_poor_manners_leave_the_risk_above_its_height_with_courtesy_first() {
    told.add(complaint("2027-01-08T22:20+08:00", Severity.MAJOR, Voice.GUEST));
    told.add(new TierEntered(at("2027-01-08T22:50+08:00"), CASE, CostTier.SAME_DAY));
    told.add(new TierEntered(at("2027-01-09T04:00+08:00"), CASE, CostTier.NEXT_DAY));
    RiskScore height = score("2027-01-09T15:00+08:00");
    told.add(new ComplaintResolved(at("2027-01-09T15:30+08:00"), CASE, null));
    RiskScore madeGood = score("2027-01-09T15:30+08:00");
    told.add(new SurveyAnswered(at("2027-01-09T20:05+08:00"), 3, new Justices(4, 2, 1)));
    told.add(new RecoveryFailed(at("2027-01-09T20:05+08:00"), CASE));
    RiskScore answered = score("2027-01-09T20:05+08:00");

    assertThat(madeGood.noStay()).isLessThan(height.noStay());
    assertThat(answered.noStay()).isGreaterThan(height.noStay());
    assertThat(answered.reasons().getFirst().code()).isEqualTo(new Code.Seen(Clue.COURTESY, 3));
    assertThat(answered.heaviest()).isEqualTo(Factor.RECOVERY);
    assertThat(sum(answered))
        .isEqualTo(
            Recalibration.logit(answered.noStay()) - Recalibration.logit(answered.baseRate()),
            within(1e-9));
  }

  /** Bitten and unheard: each tier makes it worse though nothing comes in. */
  @Test
  void while_nobody_answers_the_risk_rises_with_every_tier_and_says_since_when() {
    told.add(complaint("2027-05-15T18:05Z", Severity.MAJOR, Voice.GUEST));
    RiskScore told0 = score("2027-05-15T18:06Z");
    RiskScore halfAnHour = score("2027-05-15T18:35Z");
    told.add(new TierEntered(at("2027-05-15T20:15Z"), CASE, CostTier.NEXT_DAY));
    RiskScore nextDay = score("2027-05-15T20:15Z");

    assertThat(halfAnHour.noStay()).isGreaterThan(told0.noStay());
    assertThat(nextDay.noStay()).isGreaterThan(halfAnHour.noStay());
    assertThat(nextDay.reasons())
        .extracting(Reason::code)
        .contains(new Code.NotMadeGood(at("2027-05-15T18:05Z"), CostTier.NEXT_DAY));
  }

  private static double sum(RiskScore score) {
    return score.reasons().stream().mapToDouble(Reason::contribution).sum();
  }

  private RiskScore score(String asOf) {
    return SCORER.score(profile(told), at(asOf), Priors.MODEL);
  }

  private static ComplaintMade complaint(String at, Severity severity, Voice voice) {
    return new ComplaintMade(at(at), CASE, severity, voice);
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
