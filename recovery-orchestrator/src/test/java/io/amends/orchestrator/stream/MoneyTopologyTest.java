package io.amends.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.CommandOutcome.Result;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money over the whole topology: two keys, two writers, one answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyTopologyTest {

  private static final Instant MORNING = Instant.parse("2027-01-14T13:58:00Z"); // 08:58 there
  private static final String ANA = "PERSON/ana/2027-01";

  private final Desk desk;

  MoneyTopologyTest(@TempDir Path folder) {
    desk = new Desk(folder, MORNING);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private void given(String guest, long minorUnits) {
    desk.complaint(guest);
    desk.gives(guest, "given-" + guest, "ana", Role.FRONT_LINE, minorUnits);
    assertThat(desk.outcomes()).extracting(CommandOutcome::answer).containsExactly(DONE);
  }

  private static final CommandOutcome.Answer DONE = CommandOutcome.Answer.DONE;

  @Test
  void what_is_within_the_limits_is_given_at_once_and_counts_for_the_person_and_the_month() {
    given("G-1", 9_000);
    given("G-2", 6_000);
    assertThat(desk.month(ANA).committed()).isEqualTo(Nights.of("0.5"));
    assertThat(desk.month(ANA).reserved()).isEmpty();
    assertThat(desk.caseOf("G-1").given()).hasSize(1);
    assertThat(desk.caseOf("G-1").ledger())
        .extracting(LedgerEntry::kind)
        .containsExactly(
            LedgerEntry.Kind.RESERVE, LedgerEntry.Kind.COMMIT, LedgerEntry.Kind.COMMIT);
  }

  @Test
  void the_same_command_again_gets_the_same_answer_and_gives_nothing_more() {
    given("G-1", 9_000);
    desk.gives("G-1", "given-G-1", "ana", Role.FRONT_LINE, 9_000);
    assertThat(desk.outcomes()).extracting(CommandOutcome::answer).containsExactly(DONE);
    assertThat(desk.events(RemedyGranted.class)).hasSize(1);
    assertThat(desk.month(ANA).committed()).isEqualTo(Nights.of("0.3"));
  }

  @Test
  void of_two_guests_who_want_the_last_of_a_month_one_gets_it_and_the_other_asks_higher() {
    for (int guest = 1; guest <= 9; guest++) {
      given("G-" + guest, 15_000);
    }
    desk.complaint("G-A");
    desk.complaint("G-B");
    desk.gives("G-A", "a", "ana", Role.FRONT_LINE, 15_000);
    desk.gives("G-B", "b", "ana", Role.FRONT_LINE, 15_000);

    List<CommandOutcome> heard = desk.outcomes();
    assertThat(heard)
        .extracting(outcome -> outcome.commandId() + " " + outcome.answer().result())
        .containsExactlyInAnyOrder("a DONE", "b ASKED");
    assertThat(heard.getLast().answer().codes())
        .extracting(CommandOutcome.Code::code)
        .containsExactly("OVER_MONTH", "ASKED");
    assertThat(desk.month(ANA).used()).isEqualTo(Nights.of("5"));
    assertThat(desk.month(ANA).reserved()).isEmpty();
  }

  @Test
  void the_next_month_begins_with_the_hotels_date_and_is_whole() {
    desk.until(Instant.parse("2027-02-01T07:30:00Z")); // 02:30 there, before the roll at 03:00
    given("G-1", 15_000);
    desk.until(Instant.parse("2027-02-01T08:30:00Z"));
    given("G-2", 15_000);
    assertThat(desk.month(ANA).committed()).isEqualTo(Nights.of("0.5"));
    assertThat(desk.month("PERSON/ana/2027-02").committed()).isEqualTo(Nights.of("0.5"));
  }

  @Test
  void an_approval_takes_from_the_month_of_whoever_approves() {
    desk.complaint("G-1");
    desk.gives("G-1", "wish", "ana", Role.FRONT_LINE, 16_500);
    assertThat(desk.outcomes().getFirst().answer().result()).isEqualTo(Result.ASKED);
    desk.until(MORNING.plus(Duration.ofMinutes(16)));
    desk.approves("G-1", "yes", "tom", Role.DUTY_MANAGER, 1);
    assertThat(desk.outcomes())
        .extracting(outcome -> outcome.commandId() + " " + outcome.answer().result())
        .containsExactly("yes REFUSED"); // above the band on the spot, and nobody has said why
    desk.until(MORNING.plus(Duration.ofMinutes(31)));
    desk.approves("G-1", "yes-later", "tom", Role.DUTY_MANAGER, 1);
    assertThat(desk.outcomes())
        .extracting(outcome -> outcome.commandId() + " " + outcome.answer().result())
        .containsExactly("yes-later DONE"); // half an hour later it fits
    assertThat(desk.month(ANA).used()).isEqualTo(Nights.ZERO);
    assertThat(desk.month("DUTY_MANAGER/NYC-MIDTOWN/2027-01").committed())
        .isEqualTo(Nights.of("0.55"));
  }

  @Test
  void a_month_is_forgotten_long_after_its_end() {
    given("G-1", 9_000);
    desk.until(Instant.parse("2028-03-06T23:00:00Z"));
    assertThat(desk.month(ANA).committed()).isEqualTo(Nights.of("0.3"));
    desk.until(Instant.parse("2028-03-08T00:00:00Z"));
    assertThat(desk.month(ANA).committed()).isEqualTo(Nights.ZERO);
  }
}
