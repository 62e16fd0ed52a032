package io.amends.orchestrator.domain;

import io.amends.contracts.Nights;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Hold;
import io.amends.contracts.recovery.Remedy.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the guest was given or is to be given: one of the parts of a case.
 *
 * @param all by their numbers
 * @param ledger its lines so far
 */
public record Remedies(List<Remedy> all, List<LedgerEntry> ledger) {

  static final Remedies NONE = new Remedies(List.of(), List.of());

  public Remedies {
    all = List.copyOf(all);
    ledger = List.copyOf(ledger);
  }

  Optional<Remedy> find(int number) {
    return all.stream().filter(remedy -> remedy.number() == number).findFirst();
  }

  Stream<Remedy> pending() {
    return all.stream().filter(Remedy::pends);
  }

  int next() {
    return all.size() + 1;
  }

  /** At face value, all givers together, what needs nobody's leave included. */
  Nights given() {
    return sum(Stream.of(Standing.GIVEN), true);
  }

  /** What counts against limits: given or set aside, all givers together. */
  Nights counted() {
    return sum(Stream.of(Standing.GIVEN, Standing.RESERVED), false);
  }

  private Nights sum(Stream<Standing> of, boolean free) {
    List<Standing> standings = of.toList();
    return all.stream()
        .filter(remedy -> standings.contains(remedy.standing()))
        .map(remedy -> free ? remedy.grant().worth() : remedy.grant().counted())
        .reduce(Nights.ZERO, Nights::plus);
  }

  /** What it has cost the hotel so far. */
  Nights cost() {
    return all.stream()
        .filter(remedy -> remedy.standing() == Standing.GIVEN)
        .map(remedy -> remedy.grant().cost())
        .reduce(Nights.ZERO, Nights::plus);
  }

  /** What waits for a budget's answer. */
  Stream<Remedy> waiting() {
    return pending().filter(remedy -> waits(remedy.hold()));
  }

  static boolean waits(@org.jspecify.annotations.Nullable Hold hold) {
    return hold != null && hold.until() != null;
  }

  /** Begins one, or says what has become of it. */
  Remedies with(Remedy remedy, List<LedgerEntry> lines) {
    return new Remedies(
        Stream.concat(
                all.stream().filter(other -> other.number() != remedy.number()), Stream.of(remedy))
            .sorted(java.util.Comparator.comparingInt(Remedy::number))
            .toList(),
        Stream.concat(ledger.stream(), lines.stream()).toList());
  }
}
