package io.amends.orchestrator.domain.money;

import io.amends.contracts.Actor;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Place;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.LedgerEntry.Book;
import io.amends.contracts.recovery.LedgerEntry.Kind;
import io.amends.contracts.recovery.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the next lines of a case's compensation ledger. What is free of any worth needs no line.
 *
 * @param written the lines so far
 * @param place which property bears what is given
 * @param by who brings the next lines about, and when
 */
public record Ledger(
    List<LedgerEntry> written, Place place, CasePolicy policy, Actor by, Instant at) {

  public Ledger {
    written = List.copyOf(written);
  }

  public List<LedgerEntry> reserve(Remedy remedy) {
    Lines lines = new Lines(remedy, worth(remedy), inMoney(remedy));
    lines.add(Kind.RESERVE, Book.RESERVED, property());
    return lines.list;
  }

  public List<LedgerEntry> release(Remedy remedy) {
    Lines lines = new Lines(remedy, worth(remedy).negated(), inMoney(remedy).negated());
    lines.add(Kind.RELEASE, Book.RESERVED, property());
    return lines.list;
  }

  /**
   * From what was set aside to what is given; and on to the property, if the centre gave it.
   *
   * @param reserved whether it was set aside before
   * @param byCentre whether the centre makes good in the property's place
   */
  public List<LedgerEntry> commit(Remedy remedy, boolean reserved, boolean byCentre) {
    Lines lines = new Lines(remedy, worth(remedy), inMoney(remedy));
    if (reserved) {
      lines.take(Kind.COMMIT, Book.RESERVED, property());
    }
    boolean charged = byCentre && policy.giving().chargedBack();
    lines.add(Kind.COMMIT, Book.GIVEN, charged ? LedgerEntry.CENTRE : property());
    if (charged) {
      lines.take(Kind.CHARGE_BACK, Book.GIVEN, LedgerEntry.CENTRE);
      lines.add(Kind.CHARGE_BACK, Book.GIVEN, property());
    }
    if (byCentre) {
      fee(lines);
    }
    return lines.list;
  }

  /** Once in a case, however often the centre gives. */
  private void fee(Lines lines) {
    Nights fee = policy.giving().handlingFee();
    if (written.stream().noneMatch(line -> line.kind() == Kind.HANDLING_FEE)) {
      Lines charged = lines.of(fee, fee.at(place.referenceNight()));
      charged.take(Kind.HANDLING_FEE, Book.GIVEN, LedgerEntry.CENTRE);
      charged.add(Kind.HANDLING_FEE, Book.GIVEN, property());
    }
  }

  /** The property has borne it in the end, so the property has it back. */
  public List<LedgerEntry> reverse(Remedy remedy) {
    Lines lines = new Lines(remedy, worth(remedy).negated(), inMoney(remedy).negated());
    lines.add(Kind.REVERSE, Book.GIVEN, property());
    return lines.list;
  }

  private String property() {
    return place.propertyId().value();
  }

  private static Nights worth(Remedy remedy) {
    return remedy.grant().worth();
  }

  private static Money inMoney(Remedy remedy) {
    return remedy.grant().money();
  }

  /** The balance of an account: the sum of its lines in that book. */
  public static Nights balance(List<LedgerEntry> lines, Book book) {
    return lines.stream()
        .filter(line -> line.book() == book)
        .map(LedgerEntry::nights)
        .reduce(Nights.ZERO, Nights::plus);
  }

  /** Lines about one remedy, numbered on from what was written. */
  private final class Lines {

    private final Remedy remedy;
    private final Nights nights;
    private final Money money;
    private final List<LedgerEntry> list;

    Lines(Remedy remedy, Nights nights, Money money) {
      this(remedy, nights, money, new ArrayList<>());
    }

    private Lines(Remedy remedy, Nights nights, Money money, List<LedgerEntry> list) {
      this.remedy = remedy;
      this.nights = nights;
      this.money = money;
      this.list = list;
    }

    Lines of(Nights other, Money otherMoney) {
      return new Lines(remedy, other, otherMoney, list);
    }

    void take(Kind kind, Book book, String account) {
      of(nights.negated(), money.negated()).add(kind, book, account);
    }

    void add(Kind kind, Book book, String account) {
      if (nights.equals(Nights.ZERO)) {
        return;
      }
      list.add(
          new LedgerEntry(
              written.size() + list.size() + 1,
              kind,
              remedy.number(),
              book,
              account,
              nights,
              money,
              at,
              remedy.by(),
              by,
              policy.id()));
    }
  }
}
