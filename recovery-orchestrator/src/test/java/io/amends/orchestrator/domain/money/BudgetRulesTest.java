package io.amends.orchestrator.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.Role;
import io.amends.contracts.budget.Budget;
import io.amends.contracts.budget.BudgetMonth;
import io.amends.contracts.recovery.Limits;
import io.amends.contracts.recovery.Limits.MonthCounts;
import io.amends.contracts.time.IanaZone;
import io.amends.orchestrator.domain.money.BudgetMessage.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A month is never overspent, whatever is asked of it in whatever order. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BudgetRulesTest {

  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final Nights LIMIT = Nights.of("5");
  private static final CaseRef CASE = new CaseRef(new GuestId("G-1"), new CaseId("c-1"));

  private static BudgetMessage message(Kind kind, String id, String nights) {
    return new BudgetMessage(kind, "PERSON/ana/2027-01", id, Nights.of(nights), LIMIT, CASE, 1);
  }

  private static Budget after(Budget budget, Kind kind, String id, String nights) {
    return BudgetRules.decide(budget, message(kind, id, nights)).after();
  }

  @Test
  void of_two_who_want_the_last_night_one_gets_it() {
    Budget four = after(Budget.UNTOUCHED, Kind.RESERVE, "a", "4");
    var first = BudgetRules.decide(four, message(Kind.RESERVE, "b", "1"));
    var second = BudgetRules.decide(first.after(), message(Kind.RESERVE, "c", "1"));
    assertThat(Objects.requireNonNull(first.reply()).granted()).isTrue();
    assertThat(Objects.requireNonNull(second.reply()).granted()).isFalse();
    assertThat(second.reply().left()).isEqualTo(Nights.ZERO);
    assertThat(second.after()).isEqualTo(first.after());
  }

  @Test
  void a_repeat_gets_the_same_answer_and_takes_nothing() {
    Budget once = after(Budget.UNTOUCHED, Kind.RESERVE, "a", "3");
    var again = BudgetRules.decide(once, message(Kind.RESERVE, "a", "3"));
    assertThat(Objects.requireNonNull(again.reply()).granted()).isTrue();
    assertThat(again.after()).isEqualTo(once);
    Budget given = after(once, Kind.COMMIT, "a", "3");
    assertThat(after(given, Kind.COMMIT, "a", "3")).isEqualTo(given);
  }

  @Test
  void what_is_released_or_taken_back_is_there_again() {
    Budget held = after(Budget.UNTOUCHED, Kind.RESERVE, "a", "3");
    assertThat(after(held, Kind.RELEASE, "a", "3")).isEqualTo(Budget.UNTOUCHED);
    Budget given = after(held, Kind.COMMIT, "a", "3");
    assertThat(after(given, Kind.REVERSE, "a", "3")).isEqualTo(Budget.UNTOUCHED);
  }

  @Test
  void no_history_overspends_it_or_forgets_what_is_set_aside() {
    for (int seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Budget budget = Budget.UNTOUCHED;
      List<BudgetMessage> open = new ArrayList<>();
      List<BudgetMessage> given = new ArrayList<>();
      for (int step = 0; step < 40; step++) {
        BudgetMessage next = next(random, step, open, given);
        var outcome = BudgetRules.decide(budget, next);
        budget = outcome.after();
        book(next, outcome, open, given);
        assertThat(budget.used().exceeds(LIMIT)).as("seed %d, step %d", seed, step).isFalse();
        assertThat(budget.committed()).as("seed %d, step %d", seed, step).isEqualTo(sum(given));
        assertThat(budget.used()).isEqualTo(sum(given).plus(sum(open)));
      }
    }
  }

  private static BudgetMessage next(
      SplittableRandom random, int step, List<BudgetMessage> open, List<BudgetMessage> given) {
    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
    List<BudgetMessage> from = kind == Kind.REVERSE ? given : open;
    if (kind == Kind.RESERVE || from.isEmpty()) {
      return message(
          Kind.RESERVE,
          "r" + step,
          BigDecimal.valueOf(random.nextInt(1, 30_000), 4).toPlainString());
    }
    BudgetMessage of = from.get(random.nextInt(from.size()));
    return message(kind, of.reservation(), of.nights().value().toPlainString());
  }

  private static void book(
      BudgetMessage message,
      BudgetRules.Outcome outcome,
      List<BudgetMessage> open,
      List<BudgetMessage> given) {
    BudgetReply reply = outcome.reply();
    switch (message.kind()) {
      case RESERVE -> {
        if (reply != null && reply.granted()) {
          open.add(message);
        }
      }
      case COMMIT -> {
        open.removeIf(other -> other.reservation().equals(message.reservation()));
        given.add(message);
      }
      case RELEASE -> open.removeIf(other -> other.reservation().equals(message.reservation()));
      case REVERSE -> given.removeIf(other -> other.reservation().equals(message.reservation()));
    }
  }

  private static Nights sum(List<BudgetMessage> messages) {
    return messages.stream().map(BudgetMessage::nights).reduce(Nights.ZERO, Nights::plus);
  }

  @Test
  void a_month_begins_when_the_hotels_date_rolls() {
    Place newYork =
        new Place(
            new PropertyId("NYC-MIDTOWN"),
            "CITY",
            "AMER",
            new IanaZone("America/New_York"),
            LocalTime.of(3, 0),
            "en",
            new Money(30_000, Currency.getInstance("USD")),
            null);
    Limits person = new Limits(Nights.of("0.5"), "5", MonthCounts.PERSON, null, null);
    Limits role = new Limits(Nights.of("4"), "40", MonthCounts.ROLE_AT_PROPERTY, null, null);
    Limits region = new Limits(Nights.of("25"), "400", MonthCounts.ROLE_AT_REGION, null, null);
    Instant before = Instant.parse("2027-02-01T07:59:59Z"); // 02:59:59 there
    Instant after = Instant.parse("2027-02-01T08:00:00Z");
    Actor ana = Actor.staff("ana");

    assertThat(MonthBudget.of(ana, Role.FRONT_LINE, person, newYork, before))
        .isEqualTo("PERSON/ana/2027-01");
    assertThat(MonthBudget.of(ana, Role.FRONT_LINE, person, newYork, after))
        .isEqualTo("PERSON/ana/2027-02");
    assertThat(MonthBudget.of(ana, Role.DUTY_MANAGER, role, newYork, after))
        .isEqualTo("DUTY_MANAGER/NYC-MIDTOWN/2027-02");
    assertThat(MonthBudget.of(ana, Role.REGION, region, newYork, after))
        .isEqualTo("REGION/AMER/2027-02");
    assertThat(BudgetMonth.forgottenAt("REGION/AMER/2027-02"))
        .isEqualTo(Instant.parse("2028-04-04T00:00:00Z"));
  }
}
