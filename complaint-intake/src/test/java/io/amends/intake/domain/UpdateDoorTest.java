package io.amends.intake.domain;

import static io.amends.intake.domain.Evening.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.inbound.RecoveryUpdated;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpdateDoorTest {

  private static RecoveryUpdated update(String verb) {
    return new RecoveryUpdated("OPERA7:SR-88", null, verb, NINE, null, null);
  }

  @Test
  void a_source_reports_what_it_may_report() {
    assertThat(UpdateDoor.flaws(update("FIX_DONE"), Evening.at(NINE))).isEmpty();
    assertThat(UpdateDoor.flaws(update("CLOSE"), Evening.at(NINE)))
        .containsExactly(new Flaw("/verb", "CLOSE", "one that this source may report: FIX_DONE"));
  }

  @Test
  void nothing_is_done_in_the_future() {
    assertThat(UpdateDoor.flaws(update("FIX_DONE"), Evening.at(NINE.minus(Times.AHEAD)))).isEmpty();
    assertThat(
            UpdateDoor.flaws(
                update("FIX_DONE"), Evening.at(NINE.minus(Times.AHEAD).minusMillis(1))))
        .hasSize(1);
  }

  @Test
  void a_case_is_found_by_its_own_id_before_any_other_name() {
    RecoveryUpdated both = new RecoveryUpdated("OPERA7:SR-88", "c-1", "FIX_DONE", NINE, null, null);

    assertThat(UpdateDoor.key(both)).isEqualTo("c-1");
    assertThat(UpdateDoor.key(update("FIX_DONE"))).isEqualTo("ref/OPERA7:SR-88");
  }
}
