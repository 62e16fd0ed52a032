package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Evening.because;
import static io.amends.orchestrator.domain.Hotels.KATHMANDU;
import static io.amends.orchestrator.domain.Hotels.NEW_YORK;
import static io.amends.orchestrator.domain.Hotels.PARIS;
import static io.amends.orchestrator.domain.Hotels.SHANGHAI;
import static io.amends.orchestrator.domain.Hotels.SINGAPORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CasePolicy.Need;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.contracts.recovery.RootCause.Cause;
import io.amends.contracts.recovery.RootCause.Gap;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.RecoveryCommand.ReportFixDone;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The evenings that prove the product, as far as one case and its rules go. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveningsTest {

  @Nested
  class Found_before_the_guest_said_a_word {

    final Evening evening =
        Evening.at(SINGAPORE, "G-301")
            .reported(
                "ROOM_CLIMATE",
                "2027-01-12T14:58",
                "2027-01-12T15:05",
                "2027-01-15T11:00",
                Channel.SYSTEM_DETECTED,
                "2027-01-12T15:05");

    @Test
    void is_made_good_in_nineteen_minutes_and_costs_one() {
      assertThat(evening.due(Clock.ACKNOWLEDGE)).isEqualTo("15:15");
      assertThat(evening.due(Clock.APOLOGISE)).isEqualTo("15:35");
      assertThat(evening.due(Clock.FIX)).isEqualTo("17:05");

      evening.acknowledges("2027-01-12T15:09", Role.FRONT_LINE);
      evening.apologises("2027-01-12T15:18", Role.DUTY_MANAGER);
      evening.fixed("2027-01-12T15:22", Role.FRONT_LINE);
      evening.gives("2027-01-12T15:24", Role.FRONT_LINE, RemedyType.VOUCHER, 3_200);
      evening.until("2027-01-12T16:00");

      assertThat(evening.alerts()).containsExactly("15:05 FRONT_LINE");
      MadeGood made = evening.all(MadeGood.class).getFirst();
      assertThat(made.tier()).isEqualTo(CostTier.ON_THE_SPOT);
      assertThat(made.minutes()).isEqualTo(19);
      assertThat(made.exposure()).isEqualTo(Nights.of("0.40"));
      assertThat(made.exposureMoney()).isEqualTo(money(12_800, "SGD"));
      assertThat(made.nextDayExposureMoney()).isEqualTo(money(128_000, "SGD"));
      RemedyGranted granted = evening.all(RemedyGranted.class).getFirst();
      assertThat(granted.remedy().grant().worth()).isEqualTo(Nights.of("0.10"));
      assertThat(evening.all(PromiseBroken.class)).isEmpty();
      assertThat(evening.local(evening.all(FollowUpDue.class).getFirst().stamp().occurredAt()))
          .isEqualTo("15:52");
      assertThat(evening.state().deadlines())
          .as("nothing gets dearer any more")
          .noneMatch(deadline -> deadline.kind() == Deadline.Kind.TIER);
      assertThat(evening.due(Clock.REMEDY_REACHES_GUEST)).isEqualTo("+1 15:24");
      assertThat(evening.due(Clock.FOLLOW_UP)).isEqualTo("+4 10:00");
    }
  }

  @Nested
  class Discount_and_points_and_still_unhappy {

    final Evening evening =
        Evening.at(SHANGHAI, "G-118")
            .reported("BOOKING_NOT_FOUND", "2027-01-08T22:20", "2027-01-10T12:00");

    @Test
    void alerts_climb_until_somebody_has_it_and_no_further() {
      evening.acknowledges("2027-01-08T22:41", Role.DUTY_MANAGER);
      evening.until("2027-01-08T22:49");
      assertThat(evening.alerts())
          .containsExactly("22:20 FRONT_LINE", "22:25 SUPERVISOR", "22:30 DUTY_MANAGER");
    }

    @Test
    void the_apology_is_broken_the_fix_is_kept_and_the_general_manager_owns_it_in_the_morning() {
      evening.acknowledges("2027-01-08T22:41", Role.DUTY_MANAGER);
      evening.fixed("2027-01-08T23:30", Role.FRONT_LINE);
      evening.until("2027-01-09T05:00");

      assertThat(evening.all(PromiseBroken.class))
          .extracting(PromiseBroken::clock)
          .containsExactly(Clock.ACKNOWLEDGE, Clock.APOLOGISE);
      assertThat(evening.all(TierEntered.class))
          .extracting(
              entered ->
                  evening.local(entered.stamp().occurredAt())
                      + " "
                      + entered.tier().tier()
                      + " "
                      + entered.tier().owner())
          .containsExactly("22:50 SAME_DAY DUTY_MANAGER", "+1 04:00 NEXT_DAY GENERAL_MANAGER");
    }

    @Test
    void money_alone_does_not_close_it() {
      evening.acknowledges("2027-01-08T22:41", Role.DUTY_MANAGER);
      evening.fixed("2027-01-08T23:30", Role.FRONT_LINE);
      assertThat(evening.gives("2027-01-09T15:00", Role.SUPERVISOR, RemedyType.DISCOUNT, 27_000))
          .isInstanceOf(Done.class);
      assertThat(evening.givesPoints("2027-01-09T15:00", Role.SUPERVISOR, 3_000))
          .isInstanceOf(Done.class);
      assertThat(evening.state().remedies().given()).isEqualTo(Nights.of("0.60"));

      assertThat(evening.closes("2027-01-09T15:10", Role.DUTY_MANAGER))
          .isInstanceOfSatisfying(
              Refused.class,
              refused ->
                  assertThat(refused.codes())
                      .extracting(code -> ((Code.StillOpen) code).need())
                      .containsExactly(
                          Need.CARE,
                          Need.ROOT_CAUSE,
                          Need.DEPARTMENT,
                          Need.FOLLOW_UP_ANSWERED_OR_EXPIRED));

      evening.apologises("2027-01-09T15:30", Role.DUTY_MANAGER);
      MadeGood made = evening.all(MadeGood.class).getFirst();
      assertThat(made.tier()).isEqualTo(CostTier.NEXT_DAY);
      assertThat(made.exposure()).isEqualTo(Nights.of("5"));
      assertThat(made.exposureMoney()).isEqualTo(money(450_000, "CNY"));

      evening.finds(
          "2027-01-09T16:00",
          Role.DUTY_MANAGER,
          because(Gap.GAP3, Cause.COMMUNICATION, Department.FRONT_OFFICE));
      evening.followsUp("2027-01-09T20:05", Role.DUTY_MANAGER);
      assertThat(evening.closes("2027-01-09T20:10", Role.DUTY_MANAGER)).isInstanceOf(Done.class);
      assertThat(evening.all(CaseClosed.class)).hasSize(1);
      assertThat(evening.state().deadlines())
          .extracting(Deadline::kind)
          .containsExactly(Deadline.Kind.FORGET);
    }
  }

  @Nested
  class Bitten_and_unheard {

    final Evening evening =
        Evening.at(KATHMANDU, "G-077").reported("PESTS", "2027-05-15T23:50", "2027-05-17T11:00");

    @Test
    void seven_messages_to_five_people_all_before_the_morning() {
      evening.until("2027-05-16T09:34");
      assertThat(evening.alerts())
          .containsExactly(
              "23:50 FRONT_LINE",
              "23:55 SUPERVISOR",
              "+1 00:00 DUTY_MANAGER",
              "+1 00:20 DUTY_MANAGER",
              "+1 00:20 GENERAL_MANAGER",
              "+1 01:50 REGION",
              "+1 02:00 GENERAL_MANAGER");
      assertThat(evening.all(StaffAlerted.class)).allMatch(alert -> !alert.late());
    }

    @Test
    void it_gets_dearer_by_the_hotels_own_dates_though_nothing_comes_in() {
      evening.until("2027-05-17T03:00");
      assertThat(evening.all(TierEntered.class))
          .extracting(entered -> entered.stamp().occurredAt() + " " + entered.tier().tier())
          .containsExactly(
              "2027-05-15T18:35:00Z SAME_DAY",
              "2027-05-15T20:15:00Z NEXT_DAY",
              "2027-05-16T20:15:00Z LATER");
      TierEntered nextDay = evening.all(TierEntered.class).get(1);
      assertThat(nextDay.tier().exposure()).isEqualTo(Nights.of("4"));
      assertThat(nextDay.exposureMoney()).isEqualTo(money(4_800_000, "NPR"));
    }

    @Test
    void heard_at_once_it_costs_one_and_wakes_nobody_above_the_supervisor() {
      evening.acknowledges("2027-05-15T23:56", Role.FRONT_LINE);
      evening.fixed("2027-05-16T00:12", Role.FRONT_LINE);
      evening.apologises("2027-05-16T00:12", Role.FRONT_LINE);
      evening.until("2027-05-17T03:00");
      MadeGood made = evening.all(MadeGood.class).getFirst();
      assertThat(made.tier()).isEqualTo(CostTier.ON_THE_SPOT);
      assertThat(made.minutes()).isEqualTo(22);
      assertThat(evening.alerts()).containsExactly("23:50 FRONT_LINE", "23:55 SUPERVISOR");
    }
  }

  @Nested
  class The_night_the_clock_changes {

    @Test
    void in_new_york_with_an_outage_no_kept_promise_is_called_broken() {
      Evening evening =
          Evening.at(NEW_YORK, "G-5")
              .reported("NOISE_FROM_HOTEL", "2026-11-01T00:50-04:00", "2026-11-03T11:00-05:00");
      evening.acknowledges("2026-11-01T00:57-04:00", Role.FRONT_LINE);
      evening.until("2026-11-01T05:10:00Z");
      evening.fromTheBacklog(
          new ReportFixDone(evening.asked("2026-11-01T06:40:00Z", Role.FRONT_LINE)));
      evening.downUntil("2026-11-01T06:58:00Z");

      assertThat(evening.all(PromiseBroken.class))
          .extracting(broken -> broken.clock() + " " + broken.stamp().occurredAt())
          .containsExactly("APOLOGISE 2026-11-01T05:20:00Z", "NEXT_UPDATE 2026-11-01T05:57:00Z");
      assertThat(evening.all(StaffAlerted.class).stream().skip(2).toList())
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.role()).isEqualTo(Role.DUTY_MANAGER);
                assertThat(alert.late()).isTrue();
              });
      assertThat(tiers(evening))
          .containsExactly(
              "ON_THE_SPOT 2026-11-01T04:50:00Z",
              "SAME_DAY 2026-11-01T05:20:00Z",
              "NEXT_DAY 2026-11-01T08:00:00Z",
              "LATER 2026-11-02T08:00:00Z");
    }

    @Test
    void in_paris_the_date_rolls_within_the_first_half_hour_so_the_same_day_is_skipped() {
      Evening evening =
          Evening.at(PARIS, "G-6")
              .reported("NO_HOT_WATER", "2027-03-28T01:40+01:00", "2027-03-30T11:00+02:00");
      evening.acknowledges("2027-03-28T01:48+01:00", Role.FRONT_LINE);
      assertThat(evening.due(Clock.APOLOGISE)).isEqualTo("03:10");
      assertThat(evening.due(Clock.FIX)).isEqualTo("04:40");
      assertThat(tiers(evening))
          .containsExactly(
              "ON_THE_SPOT 2027-03-28T00:40:00Z",
              "NEXT_DAY 2027-03-28T01:10:00Z",
              "LATER 2027-03-29T01:00:00Z");
    }
  }

  @Nested
  class A_complaint_that_comes_in_late {

    @Test
    void alerts_one_level_once_and_says_since_when() {
      Evening evening =
          Evening.at(SHANGHAI, "G-9")
              .reported(
                  "REQUEST_FORGOTTEN",
                  "2027-01-03T21:14",
                  "2027-01-03T21:14",
                  "2027-01-06T12:00",
                  Channel.FRONT_DESK,
                  "2027-01-04T09:10");
      evening.downUntil("2027-01-04T09:10:01");

      assertThat(evening.all(StaffAlerted.class))
          .singleElement()
          .satisfies(
              alert -> {
                assertThat(alert.role()).isEqualTo(Role.REGION);
                assertThat(alert.late()).isTrue();
              });
      assertThat(evening.all(PromiseBroken.class))
          .extracting(PromiseBroken::clock)
          .containsExactly(Clock.ACKNOWLEDGE, Clock.APOLOGISE, Clock.FIX);
    }
  }

  private static List<String> tiers(Evening evening) {
    return evening.state().cost().tiers().stream()
        .map(tier -> tier.tier() + " " + tier.from())
        .toList();
  }

  private static Money money(long minorUnits, String currency) {
    return new Money(minorUnits, Currency.getInstance(currency));
  }
}
