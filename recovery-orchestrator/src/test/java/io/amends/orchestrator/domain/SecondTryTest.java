package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.DoubleDeviation;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.DoubleDeviationFound;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpAnswered;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.ReopenCase;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A failure on top of the failure: guests mostly leave over this one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecondTryTest {

  private static final Answered POOR_MANNERS = new Answered(3, 4, 2, 1);
  private static final Answered GOOD = new Answered(9, 5, 5, 5);

  /** A booking could not be found; money and points came late, an apology later. */
  private final Evening evening =
      Evening.at(Hotels.SHANGHAI, "G-118")
          .reported("BOOKING_NOT_FOUND", "2027-01-08T22:20", "2027-01-10T12:00");

  private void madeGoodLate() {
    evening.acknowledges("2027-01-08T22:41", Role.DUTY_MANAGER);
    evening.fixed("2027-01-08T23:30", Role.FRONT_LINE);
    evening.gives("2027-01-09T15:00", Role.SUPERVISOR, RemedyType.DISCOUNT, 27_000);
    evening.givesPoints("2027-01-09T15:00", Role.SUPERVISOR, 3_000);
    evening.apologises("2027-01-09T15:30", Role.DUTY_MANAGER);
  }

  @Test
  void a_bad_answer_begins_the_same_case_again_one_level_higher() {
    madeGoodLate();
    evening.answers("2027-01-09T20:05", POOR_MANNERS);

    CaseReopened again = evening.all(CaseReopened.class).getFirst();
    assertThat(again.now().cycle()).isEqualTo(2);
    assertThat(again.now().doubleDeviations()).containsExactly(DoubleDeviation.REOPENED);
    assertThat(again.ended().tier()).isEqualTo(CostTier.NEXT_DAY);
    assertThat(again.ended().madeGoodAt()).isEqualTo(evening.instant("2027-01-09T15:30"));
    assertThat(again.apologyBy()).isEqualTo(Role.GENERAL_MANAGER);
    assertThat(again.ladder())
        .extracting(step -> evening.local(step.at()) + " " + step.role())
        .containsExactly(
            "+1 20:05 SUPERVISOR",
            "+1 20:10 DUTY_MANAGER",
            "+1 20:15 GENERAL_MANAGER",
            "+1 20:35 REGION",
            "+1 22:05 HEAD_OFFICE");
    assertThat(again.tiers())
        .extracting(tier -> evening.local(tier.from()) + " " + tier.tier() + " " + tier.owner())
        .containsExactly("+1 20:05 NEXT_DAY GENERAL_MANAGER", "+3 04:00 LATER REGION");
    assertThat(evening.due(Clock.APOLOGISE)).isEqualTo("+1 20:35");
  }

  @Test
  void a_guest_who_found_the_money_fair_gets_no_more_of_it() {
    madeGoodLate();
    evening.answers("2027-01-09T20:05", POOR_MANNERS);
    assertThat(evening.all(CaseReopened.class).getFirst().moreMoney()).isFalse();
  }

  @Test
  void a_guest_who_found_the_money_poor_may_get_more() {
    madeGoodLate();
    evening.answers("2027-01-09T20:05", new Answered(8, 2, 4, 4));
    assertThat(evening.all(CaseReopened.class).getFirst().moreMoney()).isTrue();
  }

  @Test
  void a_good_answer_reopens_nothing() {
    madeGoodLate();
    evening.answers("2027-01-09T20:05", GOOD);
    assertThat(evening.all(CaseReopened.class)).isEmpty();
    assertThat(evening.all(FollowUpAnswered.class))
        .extracting(FollowUpAnswered::answered)
        .containsExactly(GOOD);
  }

  @Test
  void the_second_apology_takes_the_general_manager() {
    madeGoodLate();
    evening.answers("2027-01-09T20:05", POOR_MANNERS);
    assertThat(evening.apologises("2027-01-09T20:20", Role.DUTY_MANAGER))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.codes())
                  .isEqualTo(List.of(new Code.NotThisRole(Role.DUTY_MANAGER)));
              assertThat(refused.whoCould())
                  .containsExactlyInAnyOrder(Role.GENERAL_MANAGER, Role.REGION, Role.HEAD_OFFICE);
            });
    assertThat(evening.apologises("2027-01-09T20:25", Role.GENERAL_MANAGER))
        .isInstanceOf(Done.class);
  }

  @Test
  void ten_days_after_closing_it_begins_anew_and_nothing_is_broken_at_once() {
    madeGoodLate();
    evening.finds(
        "2027-01-09T16:00",
        Role.DUTY_MANAGER,
        Evening.because(
            io.amends.contracts.recovery.RootCause.Gap.GAP3,
            io.amends.contracts.recovery.RootCause.Cause.COMMUNICATION,
            io.amends.contracts.Department.FRONT_OFFICE));
    evening.followsUp("2027-01-09T20:05", Role.DUTY_MANAGER);
    evening.closes("2027-01-09T20:10", Role.DUTY_MANAGER);
    int broken = evening.broken().size();

    assertThat(evening.asks("2027-01-19T20:10", Role.DUTY_MANAGER, ReopenCase::new))
        .isInstanceOf(Done.class);
    assertThat(evening.broken()).hasSize(broken);
    assertThat(evening.all(CaseReopened.class).getFirst().now().inHouse()).isFalse();
  }

  @Test
  void what_is_not_fixed_yet_cannot_be_reopened() {
    assertThat(evening.asks("2027-01-08T22:30", Role.DUTY_MANAGER, ReopenCase::new))
        .isEqualTo(new Moot(Why.NOTHING_TO_DO));
  }

  @Test
  void a_remedy_that_does_not_reach_the_guest_is_a_double_deviation() {
    madeGoodLate();
    evening.until("2027-01-10T15:01");
    assertThat(evening.broken()).contains("+2 15:00 REMEDY_REACHES_GUEST");
    assertThat(evening.all(DoubleDeviationFound.class).getFirst().kind())
        .isEqualTo(DoubleDeviation.PROMISE_BROKEN);
    assertThat(evening.alerts()).contains("+2 15:00 REGION");
  }

  @Test
  void a_remedy_in_hand_breaks_nothing() {
    madeGoodLate();
    evening.asks(
        "2027-01-09T18:00", Role.FRONT_LINE, asked -> new RecoveryCommand.ReachGuest(asked, 1));
    evening.asks(
        "2027-01-09T18:00", Role.FRONT_LINE, asked -> new RecoveryCommand.ReachGuest(asked, 2));
    evening.until("2027-01-10T15:01");
    assertThat(evening.all(DoubleDeviationFound.class)).isEmpty();
  }
}
