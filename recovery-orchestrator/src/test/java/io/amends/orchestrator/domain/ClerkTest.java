package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.PropertyId;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.CommandOutcome.Result;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.LedgerEntry.Book;
import io.amends.contracts.recovery.RecoveryEvent.ApprovalAsked;
import io.amends.contracts.recovery.RecoveryEvent.Declined;
import io.amends.contracts.recovery.RecoveryEvent.OwnApprovalRefused;
import io.amends.contracts.recovery.RecoveryEvent.RemedyDeclined;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.Remedy.Agreed;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.reference.RosterReference.Person;
import io.amends.orchestrator.domain.Decision.AskedOf;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.RefusedOnRecord;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.ApproveRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.CloseCase;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.RefuseRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.TakeBackRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import io.amends.orchestrator.domain.money.Ledger;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The clerk who wanted to do more: what one may give, and who is asked for the rest. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClerkTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final RosterReference HOUSE =
      new RosterReference(
          new PropertyId("NYC-MIDTOWN"),
          List.of(
              person("ana", "Ana", Role.FRONT_LINE),
              person("mia", "Mia Chen", Role.SUPERVISOR),
              person("tom", "Tom", Role.DUTY_MANAGER)),
          List.of(),
          List.of());

  private static Person person(String id, String name, Role role) {
    return new Person(id, name, role, null, null, null, null);
  }

  private final Evening evening =
      Evening.at(Hotels.NEW_YORK, "G-733", HOUSE)
          .reported("DIRTY_ROOM", "2027-01-14T08:58", "2027-01-16T11:00");

  private void heard() {
    evening.acknowledges("2027-01-14T09:02", Role.FRONT_LINE);
    evening.apologises("2027-01-14T09:10", Role.DUTY_MANAGER);
    evening.asks("2027-01-14T09:50", Role.FRONT_LINE, RecoveryCommand.UpdateGuest::new);
  }

  private Decision gives(String at, String who, Role as, long minorUnits) {
    return evening.asksAs(at, who, as, asked -> new GrantRemedy(asked, refund(minorUnits, null)));
  }

  private static Wish refund(long minorUnits, @Nullable String reason) {
    return new Wish(RemedyType.REFUND, usd(minorUnits), null, null, false, reason);
  }

  private static Money usd(long minorUnits) {
    return new Money(minorUnits, USD);
  }

  private Decision approves(String at, String who, Role as, int number, @Nullable String reason) {
    return evening.asksAs(at, who, as, asked -> new ApproveRemedy(asked, number, reason));
  }

  @Test
  void over_the_limit_the_answer_says_what_one_may_give_and_whom_it_has_asked() {
    heard();
    assertThat(gives("2027-01-14T10:02", "ana", Role.FRONT_LINE, 22_500))
        .isInstanceOfSatisfying(
            AskedOf.class,
            asked ->
                assertThat(asked.codes())
                    .containsExactly(
                        new Code.OverLimit(
                            Nights.of("0.5"),
                            usd(15_000),
                            Nights.ZERO,
                            Nights.of("0.75"),
                            usd(15_000)),
                        new Code.AskedSomebody(
                            1,
                            usd(22_500),
                            Role.SUPERVISOR,
                            List.of("Mia Chen"),
                            evening.instant("2027-01-14T10:17"),
                            Role.DUTY_MANAGER,
                            List.of("Tom"))));
    assertThat(Ledger.balance(evening.state().remedies().ledger(), Book.RESERVED))
        .isEqualTo(Nights.of("0.75"));
    evening.until("2027-01-14T10:16");
    assertThat(evening.alerts()).contains("10:02 SUPERVISOR").doesNotContain("10:17 DUTY_MANAGER");
  }

  @Test
  void without_an_answer_the_next_is_asked_once_and_it_is_given_once() {
    heard();
    gives("2027-01-14T10:02", "ana", Role.FRONT_LINE, 22_500);
    evening.until("2027-01-14T10:20");
    assertThat(evening.broken()).contains("10:17 APPROVAL");
    assertThat(evening.all(ApprovalAsked.class))
        .extracting(ApprovalAsked::of)
        .containsExactly(Role.SUPERVISOR, Role.DUTY_MANAGER);
    assertThat(evening.alerts()).containsOnlyOnce("10:17 DUTY_MANAGER");

    assertThat(approves("2027-01-14T10:21", "tom", Role.DUTY_MANAGER, 1, null))
        .isInstanceOf(Done.class);
    assertThat(evening.all(RemedyGranted.class))
        .singleElement()
        .satisfies(
            granted -> {
              assertThat(granted.remedy().by()).isEqualTo(Actor.staff("ana"));
              assertThat(granted.remedy().agreed())
                  .containsExactly(
                      new Agreed(
                          Actor.staff("tom"),
                          Role.DUTY_MANAGER,
                          evening.instant("2027-01-14T10:21"),
                          null));
            });
    assertThat(evening.due(Clock.REMEDY_REACHES_GUEST)).isEqualTo("+1 10:21");
    assertThat(approves("2027-01-14T10:22", "mia", Role.SUPERVISOR, 1, null))
        .isEqualTo(new Moot(Why.ALREADY_DONE));
    assertThat(evening.month("DUTY_MANAGER/NYC-MIDTOWN/2027-01").committed())
        .isEqualTo(Nights.of("0.75"));
    assertThat(evening.months()).doesNotContainKey("PERSON/ana/2027-01");
    assertThat(evening.state().remedies().ledger())
        .extracting(LedgerEntry::kind, LedgerEntry::asked, LedgerEntry::by)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                LedgerEntry.Kind.RESERVE, Actor.staff("ana"), Actor.staff("ana")),
            org.assertj.core.groups.Tuple.tuple(
                LedgerEntry.Kind.COMMIT, Actor.staff("ana"), Actor.staff("tom")),
            org.assertj.core.groups.Tuple.tuple(
                LedgerEntry.Kind.COMMIT, Actor.staff("ana"), Actor.staff("tom")));
  }

  @Test
  void splitting_does_not_help() {
    heard();
    gives("2027-01-14T10:02", "ana", Role.FRONT_LINE, 22_500);
    approves("2027-01-14T10:21", "tom", Role.DUTY_MANAGER, 1, null);
    assertThat(gives("2027-01-14T10:30", "ana", Role.FRONT_LINE, 9_000))
        .isInstanceOfSatisfying(
            AskedOf.class,
            asked -> {
              assertThat(asked.codes())
                  .contains(
                      new Code.OverLimit(
                          Nights.of("0.5"),
                          usd(15_000),
                          Nights.of("0.75"),
                          Nights.of("0.3"),
                          usd(0)),
                      new Code.AboveCeiling(
                          Nights.of("1"), usd(30_000), Nights.of("1.05"), Role.DUTY_MANAGER));
              assertThat(((Code.AskedSomebody) asked.codes().getLast()).role())
                  .isEqualTo(Role.DUTY_MANAGER);
            });

    assertThat(approves("2027-01-14T10:35", "ana", Role.SUPERVISOR, 2, "Because"))
        .isInstanceOfSatisfying(
            RefusedOnRecord.class,
            refused ->
                assertThat(refused.refused().codes()).containsExactly(new Code.OwnRequest(2)));
    assertThat(evening.all(OwnApprovalRefused.class)).hasSize(1);
    assertThat(approves("2027-01-14T10:36", "mia", Role.SUPERVISOR, 2, "Because"))
        .as("above the supervisor's limit")
        .isInstanceOf(Refused.class);
    assertThat(approves("2027-01-14T10:37", "tom", Role.DUTY_MANAGER, 2, null))
        .isEqualTo(new Refused(List.of(new Code.ReasonMissing()), Set.of()));
    assertThat(approves("2027-01-14T10:38", "tom", Role.DUTY_MANAGER, 2, "Third night"))
        .isInstanceOf(Done.class);
    assertThat(evening.state().remedies().given()).isEqualTo(Nights.of("1.05"));
  }

  @Test
  void a_refusal_frees_what_was_set_aside_and_tells_the_clerk() {
    heard();
    gives("2027-01-14T10:02", "ana", Role.FRONT_LINE, 22_500);
    assertThat(
            evening.asksAs(
                "2027-01-14T10:05",
                "mia",
                Role.SUPERVISOR,
                asked -> new RefuseRemedy(asked, 1, "A new room is enough")))
        .isInstanceOf(Done.class);
    assertThat(evening.all(RemedyDeclined.class))
        .singleElement()
        .satisfies(
            declined -> {
              assertThat(declined.why()).isEqualTo(Declined.REFUSED);
              assertThat(declined.reason()).isEqualTo("A new room is enough");
            });
    assertThat(Ledger.balance(evening.state().remedies().ledger(), Book.RESERVED))
        .isEqualTo(Nights.ZERO);
    evening.until("2027-01-14T10:20");
    assertThat(evening.alerts()).contains("10:05 FRONT_LINE").doesNotContain("10:17 DUTY_MANAGER");
    assertThat(evening.broken()).doesNotContain("10:17 APPROVAL");
  }

  @Test
  void if_nobody_answers_nothing_stays_set_aside() {
    heard();
    gives("2027-01-14T10:02", "ana", Role.FRONT_LINE, 22_500);
    evening.until("2027-01-14T12:00");
    assertThat(evening.all(RemedyDeclined.class))
        .extracting(RemedyDeclined::why)
        .containsExactly(Declined.NOBODY_ANSWERED);
    assertThat(Ledger.balance(evening.state().remedies().ledger(), Book.RESERVED))
        .isEqualTo(Nights.ZERO);
  }

  @Test
  void a_case_that_closes_leaves_nothing_set_aside() {
    heard();
    evening.fixed("2027-01-14T09:20", Role.FRONT_LINE);
    evening.finds(
        "2027-01-14T09:40",
        Role.DUTY_MANAGER,
        Evening.because(
            io.amends.contracts.recovery.RootCause.Gap.GAP3,
            io.amends.contracts.recovery.RootCause.Cause.HUMAN,
            io.amends.contracts.Department.HOUSEKEEPING));
    evening.followsUp("2027-01-14T09:50", Role.DUTY_MANAGER);
    gives("2027-01-14T10:02", "ana", Role.FRONT_LINE, 22_500);
    gives("2027-01-14T10:03", "ana", Role.FRONT_LINE, 22_500);
    assertThat(evening.asks("2027-01-14T10:04", Role.DUTY_MANAGER, CloseCase::new))
        .isInstanceOf(Done.class);
    assertThat(evening.all(RemedyDeclined.class))
        .extracting(RemedyDeclined::why)
        .containsExactly(Declined.CASE_CLOSED, Declined.CASE_CLOSED);
    List<LedgerEntry> ledger = evening.state().remedies().ledger();
    assertThat(Ledger.balance(ledger, Book.RESERVED)).isEqualTo(Nights.ZERO);
    assertThat(ledger).extracting(LedgerEntry::number).containsExactly(1, 2, 3, 4);
  }

  @Test
  void a_month_that_is_used_up_asks_higher_and_counts_nothing() {
    heard();
    evening.months().put("PERSON/ana/2027-01", used("4.8"));
    Decision decision = gives("2027-01-14T10:02", "ana", Role.FRONT_LINE, 9_000);
    assertThat(decision)
        .isInstanceOfSatisfying(
            AskedOf.class,
            asked ->
                assertThat(asked.codes().getFirst())
                    .isEqualTo(
                        new Code.OverMonth("PERSON/ana/2027-01", Nights.of("0.2"), usd(6_000))));
    assertThat(evening.month("PERSON/ana/2027-01")).isEqualTo(used("4.8"));
    approves("2027-01-14T10:04", "mia", Role.SUPERVISOR, 1, null);
    assertThat(evening.month("PERSON/mia/2027-01")).isEqualTo(used("0.3"));
  }

  private static io.amends.contracts.budget.Budget used(String nights) {
    return new io.amends.contracts.budget.Budget(java.util.Map.of(), Nights.of(nights));
  }

  @Test
  void a_month_that_does_not_answer_is_a_refusal_and_keeps_nothing() {
    heard();
    evening.monthsAreSilent();
    assertThat(gives("2027-01-14T10:02", "ana", Role.FRONT_LINE, 9_000))
        .isInstanceOf(Decision.Waits.class);
    evening.until("2027-01-14T10:03");
    assertThat(evening.all(RemedyDeclined.class))
        .extracting(RemedyDeclined::why)
        .containsExactly(Declined.BUDGET_SILENT);
    CommandOutcome.Answer answer = evening.state().lastCommands().getLast().answer();
    assertThat(answer.result()).isEqualTo(Result.REFUSED);
    assertThat(answer.codes())
        .extracting(CommandOutcome.Code::code)
        .containsExactly("BUDGET_SILENT");
    assertThat(evening.month("PERSON/ana/2027-01").used()).isEqualTo(Nights.ZERO);
  }

  @Test
  void the_correction_of_a_wrong_charge_an_apology_and_an_explanation_ask_nobody() {
    heard();
    evening.gives("2027-01-14T10:00", Role.FRONT_LINE, RemedyType.REFUND, 15_000);
    assertThat(
            evening.asks(
                "2027-01-14T10:02",
                Role.FRONT_LINE,
                asked ->
                    new GrantRemedy(
                        asked, new Wish(RemedyType.REFUND, usd(90_000), null, null, true, null))))
        .isInstanceOf(Done.class);
    for (RemedyType type :
        List.of(RemedyType.APOLOGY, RemedyType.EXPLANATION, RemedyType.REPLACE)) {
      assertThat(
              evening.asks(
                  "2027-01-14T10:03",
                  Role.FRONT_LINE,
                  asked -> new GrantRemedy(asked, new Wish(type, null, null, null, false, null))))
          .as("%s", type)
          .isInstanceOf(Done.class);
    }
  }

  @Test
  void what_is_taken_back_leaves_the_month_and_the_balance_as_before() {
    heard();
    gives("2027-01-14T10:02", "ana", Role.FRONT_LINE, 9_000);
    assertThat(
            evening.asksAs(
                "2027-01-14T10:05",
                "ana",
                Role.FRONT_LINE,
                asked -> new TakeBackRemedy(asked, 1, "The wrong guest")))
        .isInstanceOf(Done.class);
    assertThat(evening.month("PERSON/ana/2027-01")).isEqualTo(used("0"));
    assertThat(Ledger.balance(evening.state().remedies().ledger(), Book.GIVEN))
        .isEqualTo(Nights.ZERO);
    assertThat(evening.state().promises().running(Clock.REMEDY_REACHES_GUEST)).isEmpty();
  }

  @Test
  void what_the_centre_gives_the_hotel_bears_with_a_fee_once() {
    heard();
    gives("2027-01-14T10:02", "hq", Role.HEAD_OFFICE, 9_000);
    gives("2027-01-14T10:03", "hq", Role.HEAD_OFFICE, 9_000);
    List<LedgerEntry> ledger = evening.state().remedies().ledger();
    assertThat(of("NYC-MIDTOWN", ledger)).isEqualTo(Nights.of("1.10"));
    assertThat(of(LedgerEntry.CENTRE, ledger)).isEqualTo(Nights.of("-0.5"));
    assertThat(Ledger.balance(ledger, Book.GIVEN)).isEqualTo(Nights.of("0.60"));
  }

  private static Nights of(String account, List<LedgerEntry> ledger) {
    return Ledger.balance(
        ledger.stream().filter(line -> line.account().equals(account)).toList(), Book.GIVEN);
  }

  @Test
  void from_twenty_five_nights_on_two_of_head_office_must_agree() {
    heard();
    assertThat(
            evening.asksAs(
                "2027-01-14T10:02",
                "tom",
                Role.DUTY_MANAGER,
                asked -> new GrantRemedy(asked, refund(900_000, "A lawsuit"))))
        .isInstanceOf(AskedOf.class);
    assertThat(approves("2027-01-14T10:03", "eva", Role.HEAD_OFFICE, 1, null))
        .isInstanceOf(Done.class);
    assertThat(evening.all(RemedyGranted.class)).isEmpty();
    assertThat(approves("2027-01-14T10:04", "eva", Role.HEAD_OFFICE, 1, null))
        .as("twice by the same person")
        .isEqualTo(new Moot(Why.ALREADY_DONE));
    assertThat(approves("2027-01-14T10:05", "max", Role.HEAD_OFFICE, 1, null))
        .isInstanceOf(Done.class);
    assertThat(evening.all(RemedyGranted.class)).hasSize(1);
  }

  @Test
  void above_the_band_one_says_why() {
    heard();
    assertThat(gives("2027-01-14T10:02", "tom", Role.DUTY_MANAGER, 60_000))
        .isEqualTo(new Refused(List.of(new Code.ReasonMissing()), Set.of()));
    assertThat(
            evening.asksAs(
                "2027-01-14T10:02",
                "tom",
                Role.DUTY_MANAGER,
                asked -> new GrantRemedy(asked, refund(60_000, "The third night"))))
        .isInstanceOf(Done.class);
  }

  @Test
  void a_problem_customer_gets_nothing_without_a_manager() {
    Evening trouble =
        Evening.at(Hotels.NEW_YORK, "G-9")
            .reported("DRUNK_GUEST", "2027-01-14T08:58", "2027-01-16T11:00");
    assertThat(trouble.acknowledges("2027-01-14T09:02", Role.FRONT_LINE))
        .as("for security and the duty manager")
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.whoCould())
                    .containsExactlyInAnyOrder(
                        Role.SECURITY, Role.DUTY_MANAGER, Role.GENERAL_MANAGER, Role.HEAD_OFFICE));
    trouble.acknowledges("2027-01-14T09:03", Role.SECURITY);
    Decision decision = trouble.gives("2027-01-14T10:02", Role.SECURITY, RemedyType.VOUCHER, 3_000);
    assertThat(decision)
        .isInstanceOfSatisfying(
            AskedOf.class,
            asked ->
                assertThat(((Code.AskedSomebody) asked.codes().getLast()).role())
                    .isEqualTo(Role.DUTY_MANAGER));
    trouble.apologises("2027-01-14T10:03", Role.DUTY_MANAGER);
    trouble.fixed("2027-01-14T10:04", Role.SECURITY);
    assertThat(trouble.all(io.amends.contracts.recovery.RecoveryEvent.MadeGood.class))
        .as("nothing is due to whoever made the trouble")
        .hasSize(1);
  }
}
