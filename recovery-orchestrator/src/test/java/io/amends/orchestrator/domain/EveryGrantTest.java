package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.budget.Budget;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.LedgerEntry.Book;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.RemedyDeclined;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.RemedyRequested;
import io.amends.contracts.recovery.RecoveryEvent.RemedyTakenBack;
import io.amends.contracts.recovery.Remedy;
import io.amends.orchestrator.domain.RecoveryCommand.ApproveRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.RefuseRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.TakeBackRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import io.amends.orchestrator.domain.money.Ledger;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whoever gives, approves, refuses or takes back in whatever order: the books balance. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryGrantTest {

  private static final List<Role> GIVERS =
      List.of(Role.FRONT_LINE, Role.SUPERVISOR, Role.DUTY_MANAGER, Role.REGION, Role.HEAD_OFFICE);
  private static final List<RemedyType> TYPES = List.of(RemedyType.values());
  private static final List<String> PEOPLE = List.of("ana", "mia", "tom", "eva");

  @Test
  void the_sum_of_the_lines_is_the_balance() {
    for (int seed = 0; seed < 150; seed++) {
      Evening evening = evening(seed);
      List<LedgerEntry> ledger = evening.state().remedies().ledger();
      Remedies remedies = evening.state().remedies();

      assertThat(Ledger.balance(ledger, Book.GIVEN))
          .as("seed %d", seed)
          .isEqualTo(remedies.given());
      assertThat(Ledger.balance(ledger, Book.RESERVED))
          .as("seed %d", seed)
          .isEqualTo(
              remedies
                  .pending()
                  .map(remedy -> remedy.grant().worth())
                  .reduce(Nights.ZERO, Nights::plus));
      assertThat(Books.flaws(remedies.all(), ledger, evening.months().values()))
          .as("seed %d", seed)
          .isEmpty();
      assertThat(ledger).as("seed %d", seed).isEqualTo(published(evening));
      assertThat(ledger)
          .as("seed %d: numbered without a hole", seed)
          .extracting(LedgerEntry::number)
          .isEqualTo(Stream.iterate(1, n -> n + 1).limit(ledger.size()).toList());
    }
  }

  @Test
  void when_all_is_answered_nothing_is_set_aside_and_the_months_say_what_the_case_says() {
    for (int seed = 0; seed < 150; seed++) {
      Evening evening = evening(seed).until("2027-01-15T08:00");

      assertThat(evening.state().remedies().pending()).as("seed %d", seed).isEmpty();
      assertThat(Ledger.balance(evening.state().remedies().ledger(), Book.RESERVED))
          .as("seed %d", seed)
          .isEqualTo(Nights.ZERO);
      assertThat(evening.months().values().stream().map(Budget::reserved))
          .as("seed %d", seed)
          .allMatch(reserved -> reserved.isEmpty());
      assertThat(
              evening.months().values().stream()
                  .map(Budget::used)
                  .reduce(Nights.ZERO, Nights::plus))
          .as("seed %d", seed)
          .isEqualTo(
              evening.state().remedies().all().stream()
                  .filter(remedy -> remedy.standing() == Remedy.Standing.GIVEN)
                  .filter(remedy -> remedy.hold() != null)
                  .map(remedy -> remedy.grant().counted())
                  .reduce(Nights.ZERO, Nights::plus));
    }
  }

  /** Lines as they went out with the events, one after the other. */
  private static List<LedgerEntry> published(Evening evening) {
    return evening.all(RecoveryEvent.class).stream()
        .flatMap(
            event ->
                switch (event) {
                  case RemedyRequested e -> e.entries().stream();
                  case RemedyGranted e -> e.entries().stream();
                  case RemedyDeclined e -> e.entries().stream();
                  case RemedyTakenBack e -> e.entries().stream();
                  default -> Stream.<LedgerEntry>of();
                })
        .toList();
  }

  private static Evening evening(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Evening evening =
        Evening.at(Hotels.NEW_YORK, "G-" + seed)
            .reported("DIRTY_ROOM", "2027-01-14T08:58", "2027-01-16T11:00");
    LocalDateTime at = LocalDateTime.parse("2027-01-14T09:00");
    List<Integer> numbers = new ArrayList<>(List.of(1));
    for (int step = 0; step < 15; step++) {
      at = at.plusSeconds(random.nextInt(1, 900));
      int number = numbers.get(random.nextInt(numbers.size()));
      numbers.add(numbers.size() + 1); // more than there are, at times
      Wish wish = wish(random);
      int what = random.nextInt(7);
      evening.asksAs(
          at.toString(),
          PEOPLE.get(random.nextInt(PEOPLE.size())),
          GIVERS.get(random.nextInt(GIVERS.size())),
          asked ->
              switch (what) {
                case 0 -> new ApproveRemedy(asked, number, "Yes");
                case 1 -> new RefuseRemedy(asked, number, "No");
                case 2 -> new TakeBackRemedy(asked, number, "Wrong");
                case 3 -> new GrantRemedy(asked, wish, true, List.of());
                default -> new GrantRemedy(asked, wish);
              });
    }
    return evening;
  }

  private static Wish wish(SplittableRandom random) {
    RemedyType type = TYPES.get(random.nextInt(TYPES.size()));
    String reason = random.nextBoolean() ? "Third night" : null;
    return random.nextInt(4) == 0
        ? new Wish(RemedyType.POINTS, null, random.nextLong(1, 20_000), null, false, reason)
        : Evening.money(type, random.nextLong(1, 60_000), Currency.getInstance("USD"));
  }
}
