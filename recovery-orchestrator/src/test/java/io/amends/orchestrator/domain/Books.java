package io.amends.orchestrator.domain;

import io.amends.contracts.Nights;
import io.amends.contracts.budget.Budget;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.LedgerEntry.Book;
import io.amends.contracts.recovery.Remedy;
import io.amends.orchestrator.domain.money.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must be true of the books of a case and of the months behind it, whatever happened. */
final class Books {

  private Books() {}

  /** What is not; empty if all balances. */
  static List<String> flaws(
      List<Remedy> remedies, List<LedgerEntry> ledger, Collection<Budget> months) {
    List<String> flaws = new ArrayList<>();
    equal(flaws, "given", Ledger.balance(ledger, Book.GIVEN), worth(remedies, false));
    equal(flaws, "reserved", Ledger.balance(ledger, Book.RESERVED), worth(remedies, true));
    equal(
        flaws,
        "months",
        months.stream().map(Budget::used).reduce(Nights.ZERO, Nights::plus),
        held(remedies));
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.get(i).number() != i + 1 || !numbers.add(ledger.get(i).number())) {
        flaws.add("line %d has number %d".formatted(i + 1, ledger.get(i).number()));
      }
    }
    for (Remedy remedy : remedies) {
      List<LedgerEntry> lines =
          ledger.stream().filter(line -> line.remedy() == remedy.number()).toList();
      if (!remedy.pends() && !Ledger.balance(lines, Book.RESERVED).equals(Nights.ZERO)) {
        flaws.add("remedy %d: something is still set aside".formatted(remedy.number()));
      }
      long money =
          lines.stream()
              .filter(line -> line.book() == Book.GIVEN)
              .filter(line -> line.kind() != LedgerEntry.Kind.HANDLING_FEE)
              .mapToLong(line -> line.money().minorUnits())
              .sum();
      long due =
          remedy.standing() == Remedy.Standing.GIVEN ? remedy.grant().money().minorUnits() : 0;
      if (money != due && !remedy.grant().worth().equals(Nights.ZERO)) {
        flaws.add("remedy %d: booked %d, given %d".formatted(remedy.number(), money, due));
      }
    }
    return flaws;
  }

  private static void equal(List<String> flaws, String what, Nights found, Nights expected) {
    if (!found.equals(expected)) {
      flaws.add("%s: %s (expected: %s)".formatted(what, found, expected));
    }
  }

  private static Nights worth(List<Remedy> remedies, boolean pending) {
    return remedies.stream()
        .filter(r -> pending ? r.pends() : r.standing() == Remedy.Standing.GIVEN)
        .map(r -> r.grant().worth())
        .reduce(Nights.ZERO, Nights::plus);
  }

  /** What the months should say: of what is given, and of what still waits, as far as counted. */
  private static Nights held(List<Remedy> remedies) {
    return remedies.stream()
        .filter(r -> r.hold() != null)
        .filter(r -> r.pends() || r.standing() == Remedy.Standing.GIVEN)
        .map(r -> r.grant().counted())
        .reduce(Nights.ZERO, Nights::plus);
  }
}
