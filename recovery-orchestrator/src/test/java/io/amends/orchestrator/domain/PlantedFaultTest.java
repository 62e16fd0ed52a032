package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.budget.Budget;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.LedgerEntry.Kind;
import io.amends.contracts.recovery.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault in the books is seen: each of these was planted where nothing was wrong. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlantedFaultTest {

  private final RecoveryCase after = ClerkStory.tell().state();

  /** What may go wrong with lines. */
  enum Fault {
    A_LINE_IS_LOST(lines -> lines.subList(0, lines.size() - 1)),
    THE_FIRST_LINE_IS_LOST(lines -> lines.subList(1, lines.size())),
    A_LINE_IS_WRITTEN_TWICE(
        lines -> Stream.concat(lines.stream(), Stream.of(lines.getLast())).toList()),
    A_COMMIT_IS_BOOKED_TWICE(
        lines -> Stream.concat(lines.stream(), Stream.of(again(lines))).toList()),
    A_RELEASE_IS_MISSING(lines -> without(lines, Kind.RELEASE)),
    A_REVERSAL_IS_MISSING(lines -> without(lines, Kind.REVERSE)),
    A_RESERVE_IS_MISSING(lines -> without(lines, Kind.RESERVE)),
    AN_AMOUNT_IS_CHANGED(lines -> changed(lines, "0.01", 0)),
    MONEY_IS_CHANGED_AND_NIGHTS_ARE_NOT(lines -> changed(lines, "0", 1));

    @SuppressWarnings("ImmutableEnumChecker") // pure functions
    private final Function<List<LedgerEntry>, List<LedgerEntry>> planted;

    Fault(Function<List<LedgerEntry>, List<LedgerEntry>> planted) {
      this.planted = planted;
    }

    private static LedgerEntry again(List<LedgerEntry> lines) {
      LedgerEntry commit =
          lines.stream()
              .filter(line -> line.kind() == Kind.COMMIT)
              .reduce((_, b) -> b)
              .orElseThrow();
      return numbered(commit, lines.size() + 1, commit.nights(), commit.money());
    }

    /** Without it, and numbered on without a hole, as a careless writer would. */
    private static List<LedgerEntry> without(List<LedgerEntry> lines, Kind kind) {
      List<LedgerEntry> left = lines.stream().filter(line -> line.kind() != kind).toList();
      assertThat(left).as("there was one").hasSizeLessThan(lines.size());
      return IntStream.range(0, left.size())
          .mapToObj(i -> numbered(left.get(i), i + 1, left.get(i).nights(), left.get(i).money()))
          .toList();
    }

    private static List<LedgerEntry> changed(
        List<LedgerEntry> lines, String nights, long minorUnits) {
      List<LedgerEntry> changed = new ArrayList<>(lines);
      int at =
          IntStream.range(0, lines.size())
              .filter(i -> lines.get(i).book() == LedgerEntry.Book.GIVEN)
              .findFirst()
              .orElseThrow();
      LedgerEntry line = lines.get(at);
      changed.set(
          at,
          numbered(
              line,
              line.number(),
              line.nights().plus(Nights.of(nights)),
              new Money(line.money().minorUnits() + minorUnits, line.money().currency())));
      return changed;
    }

    private static LedgerEntry numbered(LedgerEntry e, int number, Nights nights, Money money) {
      return new LedgerEntry(
          number,
          e.kind(),
          e.remedy(),
          e.book(),
          e.account(),
          nights,
          money,
          e.at(),
          e.asked(),
          e.by(),
          e.policy());
    }
  }

  private List<String> flaws(List<LedgerEntry> lines) {
    return Books.flaws(after.remedies().all(), lines, monthsOf(after.remedies().all()));
  }

  /** Months that agree with the case, so that only the planted fault is seen. */
  private static List<Budget> monthsOf(List<Remedy> remedies) {
    Nights held =
        remedies.stream()
            .filter(r -> r.hold() != null && r.standing() == Remedy.Standing.GIVEN)
            .map(r -> r.grant().counted())
            .reduce(Nights.ZERO, Nights::plus);
    return List.of(new Budget(Map.of(), held));
  }

  @Test
  void nothing_is_wrong_with_the_books_of_the_story() {
    assertThat(flaws(after.remedies().ledger())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_fault_in_the_ledger_is_seen(Fault fault) {
    assertThat(flaws(fault.planted.apply(after.remedies().ledger()))).isNotEmpty();
  }

  @Test
  void a_month_that_counts_once_too_often_or_forgets_is_seen() {
    List<Remedy> remedies = after.remedies().all();
    Nights right = monthsOf(remedies).getFirst().committed();
    List<LedgerEntry> ledger = after.remedies().ledger();

    assertThat(
            Books.flaws(
                remedies, ledger, List.of(new Budget(Map.of(), right.plus(Nights.of("0.75"))))))
        .isNotEmpty();
    assertThat(
            Books.flaws(
                remedies,
                ledger,
                List.of(new Budget(Map.of("forgotten", Nights.of("0.1")), right))))
        .isNotEmpty();
  }
}
