package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Hotels.KATHMANDU;
import static io.amends.orchestrator.domain.Hotels.SHANGHAI;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.ComplaintStyle;
import io.amends.orchestrator.domain.Guidance.Step;
import io.amends.orchestrator.domain.Guidance.What;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GuidanceTest {

  @Test
  void on_the_spot_half_the_band_fits_and_what_answers_the_failure_is_proposed() {
    Evening evening =
        Evening.at(KATHMANDU, "G-1").reported("PESTS", "2027-05-15T20:00", "2027-05-17T11:00");
    Guidance guidance = of(evening);
    assertThat(guidance.style()).isEqualTo(ComplaintStyle.VOICER);
    assertThat(guidance.playbook()).isEqualTo("THANK_AND_SHOW_THE_RESULT");
    assertThat(guidance.band().floor()).isEqualTo(Nights.of("0.10"));
    assertThat(guidance.band().ceiling()).isEqualTo(Nights.of("0.50"));
    assertThat(guidance.remedies()).startsWith(RemedyType.REPLACE, RemedyType.REFUND);
    assertThat(guidance.choices()).isEqualTo(3);
    assertThat(guidance.steps())
        .startsWith(
            new Step(What.ACKNOWLEDGE, null, false),
            new Step(What.APOLOGISE_IN_PERSON, Role.DUTY_MANAGER, false),
            new Step(What.EXPLAIN, null, false));
  }

  @Test
  void on_the_next_day_the_band_of_the_scenario_fits() {
    Evening evening =
        Evening.at(SHANGHAI, "G-118")
            .reported("BOOKING_NOT_FOUND", "2027-01-08T22:20", "2027-01-10T12:00")
            .until("2027-01-09T15:00");
    assertThat(of(evening).band())
        .isEqualTo(
            new io.amends.contracts.recovery.CasePolicy.Band(
                Nights.of("0.30"), Nights.of("0.75"), Nights.of("1.50")));
  }

  @Test
  void who_found_the_money_fair_and_the_manners_poor_gets_the_general_manager_and_no_more_money() {
    Evening evening =
        Evening.at(SHANGHAI, "G-118")
            .reported("BOOKING_NOT_FOUND", "2027-01-08T22:20", "2027-01-10T12:00");
    evening.acknowledges("2027-01-08T22:41", Role.DUTY_MANAGER);
    evening.fixed("2027-01-08T23:30", Role.FRONT_LINE);
    evening.gives("2027-01-09T15:00", Role.SUPERVISOR, RemedyType.DISCOUNT, 27_000);
    evening.apologises("2027-01-09T15:30", Role.DUTY_MANAGER);
    evening.answers("2027-01-09T20:05", new Answered(3, 4, 2, 1));
    Guidance guidance = of(evening);
    assertThat(guidance.style()).isEqualTo(ComplaintStyle.IRATE);
    assertThat(guidance.moreMoney()).isFalse();
    assertThat(guidance.steps())
        .contains(
            new Step(What.APOLOGISE_IN_PERSON, Role.GENERAL_MANAGER, false),
            new Step(What.EXPLAIN, null, false));
  }

  private static Guidance of(Evening evening) {
    return Guidance.of(Snapshots.of(evening.state()));
  }
}
