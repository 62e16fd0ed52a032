package io.amends.scorer.domain.fact;

import io.amends.contracts.Money;
import io.amends.scorer.domain.fact.GuestFact.BookingCancelled;
import io.amends.scorer.domain.fact.GuestFact.BookingMade;
import io.amends.scorer.domain.fact.GuestFact.CheckedIn;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMerged;
import io.amends.scorer.domain.fact.GuestFact.ComplaintResolved;
import io.amends.scorer.domain.fact.GuestFact.FailureDetected;
import io.amends.scorer.domain.fact.GuestFact.LoyaltyChanged;
import io.amends.scorer.domain.fact.GuestFact.NoShow;
import io.amends.scorer.domain.fact.GuestFact.RecoveryFailed;
import io.amends.scorer.domain.fact.GuestFact.ReviewPublished;
import io.amends.scorer.domain.fact.GuestFact.Signalled;
import io.amends.scorer.domain.fact.GuestFact.StayChanged;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.fact.GuestFact.SurveyAnswered;
import io.amends.scorer.domain.fact.GuestFact.TierEntered;
import io.amends.scorer.domain.packed.Packer;
import io.amends.scorer.domain.packed.Unpacker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How a fact lies in a store: one byte of kind, its own fields, its time. Kinds are numbered in the
 * order in which they follow each other on one stay, so that bytes put facts of one second in
 * order.
 */
public final class FactFormat {

  /** Facts of one second have no order of their own, so their kinds and contents give one. */
  public static final Comparator<GuestFact> ORDER =
      Comparator.comparing(GuestFact::at)
          .thenComparing(FactFormat::write, (one, other) -> Arrays.compareUnsigned(one, other));

  private FactFormat() {}

  public static byte[] write(GuestFact fact) {
    Packer out = new Packer();
    write(fact, out);
    return out.packed();
  }

  public static void write(GuestFact fact, Packer out) {
    switch (fact) {
      case BookingMade f ->
          out.octet(1)
              .fixed(f.booking().bits())
              .signed(f.arrival().toEpochDay())
              .signed(f.nights());
      case CheckedIn f -> reference(out.octet(2), f.stay());
      case StayChanged f -> reference(out.octet(3), f.stay()).signed(f.departure().toEpochDay());
      case FailureDetected f -> out.octet(4).choice(f.severity());
      case ComplaintMade f ->
          out.octet(5).fixed(f.complaint().bits()).choice(f.severity()).choice(f.voice());
      case TierEntered f -> out.octet(6).fixed(f.complaint().bits()).choice(f.tier());
      case RecoveryFailed f -> out.octet(7).fixed(f.complaint().bits());
      case ComplaintResolved f ->
          out.octet(8).fixed(f.complaint().bits()).optional(f.satisfaction());
      case StayCompleted f ->
          money(reference(out.octet(9), f.stay()).signed(f.nights()), f.spend());
      case SurveyAnswered f -> justices(out.octet(10).optional(f.score()), f.justices());
      case ReviewPublished f -> out.octet(11).octet(f.score());
      case LoyaltyChanged f -> out.octet(12).choice(f.level());
      case Signalled f -> out.octet(13).choice(f.signal());
      case BookingCancelled f -> out.octet(14).fixed(f.booking().bits());
      case NoShow f -> out.octet(15).fixed(f.booking().bits());
      case ComplaintMerged f -> out.octet(16).fixed(f.complaint().bits());
    }
    out.moment(fact.at(), Instant.EPOCH);
  }

  /**
   * Reads one fact.
   *
   * @throws IllegalStateException if the kind is unknown: storage is damaged, or a later release
   *     wrote it
   */
  public static GuestFact read(Unpacker in) {
    int kind = in.octet();
    GuestFact timeless =
        switch (kind) {
          case 1 -> new BookingMade(Instant.EPOCH, named(in), date(in), (int) in.signed());
          case 2 -> new CheckedIn(Instant.EPOCH, reference(in));
          case 3 -> new StayChanged(Instant.EPOCH, reference(in), date(in));
          case 4 -> new FailureDetected(Instant.EPOCH, severity(in));
          case 5 ->
              new ComplaintMade(Instant.EPOCH, named(in), severity(in), in.choice(Voice.values()));
          case 6 -> new TierEntered(Instant.EPOCH, named(in), in.choice(CostTier.values()));
          case 7 -> new RecoveryFailed(Instant.EPOCH, named(in));
          case 8 -> new ComplaintResolved(Instant.EPOCH, named(in), in.optional());
          case 9 -> new StayCompleted(Instant.EPOCH, reference(in), (int) in.signed(), money(in));
          case 10 -> new SurveyAnswered(Instant.EPOCH, in.optional(), justices(in));
          case 11 -> new ReviewPublished(Instant.EPOCH, in.octet());
          case 12 -> new LoyaltyChanged(Instant.EPOCH, in.choice(LoyaltyLevel.values()));
          case 13 -> new Signalled(Instant.EPOCH, in.choice(Signal.values()));
          case 14 -> new BookingCancelled(Instant.EPOCH, named(in));
          case 15 -> new NoShow(Instant.EPOCH, named(in));
          case 16 -> new ComplaintMerged(Instant.EPOCH, named(in));
          default ->
              throw new IllegalStateException("kind: %d (expected: 1 to 16)".formatted(kind));
        };
    return timeless.movedTo(in.moment(Instant.EPOCH));
  }

  private static Packer reference(Packer out, @Nullable Reference reference) {
    return reference == null ? out.octet(0) : out.octet(1).fixed(reference.bits());
  }

  private static @Nullable Reference reference(Unpacker in) {
    return in.octet() == 0 ? null : named(in);
  }

  private static Reference named(Unpacker in) {
    return new Reference(in.fixed());
  }

  private static Severity severity(Unpacker in) {
    return in.choice(Severity.values());
  }

  private static LocalDate date(Unpacker in) {
    return LocalDate.ofEpochDay(in.signed());
  }

  private static Packer money(Packer out, @Nullable Money money) {
    return money == null
        ? out.octet(0)
        : currency(out.octet(1), money.currency()).signed(money.minorUnits());
  }

  private static @Nullable Money money(Unpacker in) {
    if (in.octet() == 0) {
      return null;
    }
    Currency currency = currency(in);
    return new Money(in.signed(), currency);
  }

  /** The three letters of ISO 4217, so that a store outlives a JDK's list of numbers. */
  public static Packer currency(Packer out, Currency currency) {
    String code = currency.getCurrencyCode();
    return out.octet(code.charAt(0)).octet(code.charAt(1)).octet(code.charAt(2));
  }

  public static Currency currency(Unpacker in) {
    char[] code = {(char) in.octet(), (char) in.octet(), (char) in.octet()};
    return Currency.getInstance(new String(code));
  }

  private static void justices(Packer out, Justices fair) {
    out.optional(fair.outcome()).optional(fair.procedure()).optional(fair.courtesy());
  }

  private static Justices justices(Unpacker in) {
    return new Justices(in.optional(), in.optional(), in.optional());
  }
}
