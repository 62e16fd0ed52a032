package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.budget.Budget;
import io.amends.contracts.recovery.LedgerEntry.Book;
import io.amends.contracts.recovery.RecoveryEvent.RemedyDeclined;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.Remedy;
import io.amends.orchestrator.domain.Decision.AskedOf;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.RefusedOnRecord;
import io.amends.orchestrator.domain.RecoveryCommand.ApproveRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.RefuseRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import io.amends.orchestrator.domain.money.Ledger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Up to the limit now, the rest if somebody agrees: the guest does not wait for all of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartNowTest {

  private static final Currency USD = Currency.getInstance("USD");

  private final Evening evening =
      Evening.at(Hotels.NEW_YORK, "G-733")
          .reported("DIRTY_ROOM", "2027-01-14T08:58", "2027-01-16T11:00");

  private Decision gives(String at, Role as, @Nullable Long minorUnits, @Nullable Long points) {
    Wish wish =
        new Wish(
            points == null ? RemedyType.REFUND : RemedyType.POINTS,
            minorUnits == null ? null : usd(minorUnits),
            points,
            null,
            false,
            null);
    return evening.asksAs(at, "ana", as, asked -> new GrantRemedy(asked, wish, true, List.of()));
  }

  private static Money usd(long minorUnits) {
    return new Money(minorUnits, USD);
  }

  private Nights balance(Book book) {
    return Ledger.balance(evening.state().remedies().ledger(), book);
  }

  @Test
  void what_the_own_limit_allows_is_given_at_once_and_the_rest_is_asked_for() {
    assertThat(gives("2027-01-14T10:02", Role.FRONT_LINE, 22_500L, null))
        .isInstanceOfSatisfying(
            AskedOf.class,
            asked ->
                assertThat(asked.codes())
                    .contains(new Code.PartGiven(1, usd(15_000)))
                    .hasAtLeastOneElementOfType(Code.AskedSomebody.class));

    assertThat(evening.all(RemedyGranted.class))
        .singleElement()
        .satisfies(part -> assertThat(part.remedy().grant().money()).isEqualTo(usd(15_000)));
    assertThat(balance(Book.GIVEN)).isEqualTo(Nights.of("0.5"));
    assertThat(balance(Book.RESERVED)).isEqualTo(Nights.of("0.25"));
    assertThat(evening.month("PERSON/ana/2027-01").committed()).isEqualTo(Nights.of("0.5"));
    assertThat(evening.state().remedies().pending())
        .singleElement()
        .satisfies(
            rest -> {
              assertThat(rest.restOf()).isEqualTo(1);
              assertThat(rest.grant().money()).isEqualTo(usd(7_500));
            });
  }

  @Test
  void above_the_band_no_part_is_given_without_a_reason() {
    gives("2027-01-14T09:02", Role.DUTY_MANAGER, 150_000L, null);

    Course.Open open = (Course.Open) evening.state().course();
    assertThat(balance(Book.GIVEN)).isEqualTo(Leave.of(evening.state(), open).ceiling());
  }

  @Test
  void a_like_for_like_needs_nobodys_leave_but_money_under_its_name_does() {
    Wish dear = new Wish(RemedyType.REPLACE, usd(10_000_000), null, null, false, null);
    Wish like = new Wish(RemedyType.REPLACE, null, null, null, false, null);

    evening.asksAs(
        "2027-01-14T09:02",
        "ana",
        Role.FRONT_LINE,
        a -> new GrantRemedy(a, dear, false, List.of()));
    assertThat(evening.all(RemedyGranted.class)).isEmpty();
    assertThat(
            evening.asksAs(
                "2027-01-14T09:03",
                "ana",
                Role.FRONT_LINE,
                a -> new GrantRemedy(a, like, false, List.of())))
        .isInstanceOf(Done.class);
  }

  @Test
  void whoever_is_asked_for_the_rest_hears_of_it() {
    gives("2027-01-14T10:02", Role.FRONT_LINE, 22_500L, null);
    evening.until("2027-01-14T10:05");

    assertThat(evening.alerts()).contains("10:02 SUPERVISOR");
  }

  @Test
  void whoever_agrees_to_the_rest_answers_for_that_alone_in_their_month() {
    gives("2027-01-14T10:02", Role.FRONT_LINE, 22_500L, null);

    assertThat(
            evening.asksAs(
                "2027-01-14T10:05",
                "mia",
                Role.SUPERVISOR,
                asked -> new ApproveRemedy(asked, 2, null)))
        .isInstanceOf(Done.class);

    assertThat(balance(Book.GIVEN)).isEqualTo(Nights.of("0.75"));
    assertThat(balance(Book.RESERVED)).isEqualTo(Nights.ZERO);
    assertThat(evening.month("PERSON/mia/2027-01").committed()).isEqualTo(Nights.of("0.25"));
    assertThat(evening.month("PERSON/ana/2027-01").committed()).isEqualTo(Nights.of("0.5"));
  }

  @Test
  void a_no_to_the_rest_takes_nothing_back() {
    gives("2027-01-14T10:02", Role.FRONT_LINE, 22_500L, null);
    evening.asksAs(
        "2027-01-14T10:05",
        "mia",
        Role.SUPERVISOR,
        asked -> new RefuseRemedy(asked, 2, "ENOUGH_WAS_GIVEN"));

    assertThat(balance(Book.GIVEN)).isEqualTo(Nights.of("0.5"));
    assertThat(balance(Book.RESERVED)).isEqualTo(Nights.ZERO);
  }

  @Test
  void points_are_divided_in_whole_points() {
    gives("2027-01-14T10:02", Role.FRONT_LINE, null, 7_001L);

    assertThat(evening.state().remedies().all())
        .extracting(remedy -> remedy.grant().points())
        .containsExactly(5_000L, 2_001L);
  }

  @Test
  void with_nothing_left_of_the_own_limit_all_of_it_is_asked_for() {
    evening.gives("2027-01-14T10:00", Role.FRONT_LINE, RemedyType.REFUND, 15_000);
    gives("2027-01-14T10:02", Role.FRONT_LINE, 5_000L, null);

    assertThat(evening.state().remedies().pending())
        .singleElement()
        .satisfies(
            whole -> {
              assertThat(whole.grant().money()).isEqualTo(usd(5_000));
              assertThat(whole.restOf()).isNull();
            });
  }

  @Test
  void what_one_may_give_is_not_divided() {
    assertThat(gives("2027-01-14T10:02", Role.FRONT_LINE, 9_000L, null)).isInstanceOf(Done.class);
    assertThat(evening.state().remedies().all()).hasSize(1);
  }

  @Test
  void if_the_month_is_silent_neither_part_is_given_and_all_of_it_may_be_tried_again() {
    evening.monthsAreSilent();
    gives("2027-01-14T10:02", Role.FRONT_LINE, 22_500L, null);
    evening.until("2027-01-14T10:04");

    assertThat(evening.all(RemedyDeclined.class))
        .extracting(RemedyDeclined::number)
        .containsExactly(1, 2);
    assertThat(evening.state().remedies().all())
        .extracting(Remedy::standing)
        .containsOnly(Remedy.Standing.DECLINED);
    assertThat(balance(Book.RESERVED)).isEqualTo(Nights.ZERO);
    assertThat(evening.state().remedies().ledger().stream().map(line -> line.number()).distinct())
        .hasSameSizeAs(evening.state().remedies().ledger());
  }

  @Test
  void the_refusal_of_a_part_by_its_month_asks_for_that_part_too() {
    evening.months().put("PERSON/ana/2027-01", full("5"));

    assertThat(gives("2027-01-14T10:02", Role.FRONT_LINE, 22_500L, null))
        .isNotInstanceOf(RefusedOnRecord.class);
    assertThat(evening.state().remedies().pending()).hasSize(2);
    assertThat(balance(Book.RESERVED)).isEqualTo(Nights.of("0.75"));
  }

  private static Budget full(String nights) {
    return new Budget(Map.of(), Nights.of(nights));
  }
}
