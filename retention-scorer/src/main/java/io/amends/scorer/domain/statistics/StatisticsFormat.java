package io.amends.scorer.domain.statistics;

import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.EpisodeFormat;
import io.amends.scorer.domain.fact.FactFormat;
import io.amends.scorer.domain.fact.LoyaltyLevel;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.packed.Packer;
import io.amends.scorer.domain.packed.Unpacker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How statistics lie in a store: one byte of format, then numbers, 150 bytes at most. What was ever
 * stored stays readable; a later release may add at the end.
 *
 * <p>Moments are told as seconds from the last reading of the process clock.
 */
public final class StatisticsFormat {

  /** What a guest may take in the store, however busy. */
  public static final int MOST_BYTES = 150;

  private static final int CURRENT = 1;

  private static final long HOUR = 3_600;
  private static final long DAY = 86_400;

  private StatisticsFormat() {}

  public static byte[] write(Statistics guest) {
    Packer out = new Packer();
    write(guest, out);
    return out.packed();
  }

  public static void write(Statistics guest, Packer out) {
    Instant near = guest.clock().readAt();
    out.octet(CURRENT).octet(flags(guest)).moment(near, Instant.EPOCH);
    if (guest.since() != null) {
      out.moment(guest.since(), near);
    }
    out.count(guest.arrivals().repeats())
        .count(guest.arrivals().survived())
        .count(guest.arrivals().overlapping())
        .count(guest.clock().seconds())
        .choice(guest.decision().state())
        .count(guest.clock().seconds() - guest.decision().clockSeconds())
        .choices(guest.relationship().level(), guest.relationship().atDecision())
        .octet(guest.relationship().earlierComplaints());
    if (guest.lastStay() != null) {
      out.fixed(guest.lastStay().bits());
    }
    spending(out, guest.spending());
    out.octet(guest.open().size());
    guest.open().forEach(booking -> booking(out, booking, near));
    if (!guest.episode().isEmpty()) {
      EpisodeFormat.write(guest.episode(), out, near);
    }
  }

  /**
   * Reads what was stored.
   *
   * @throws IllegalStateException if the format is unknown or bytes are missing
   */
  public static Statistics read(byte[] stored) {
    return read(new Unpacker(stored));
  }

  /** Reads on, to the end of what this release knows: a later one may have added to it. */
  public static Statistics read(Unpacker in) {
    int format = in.octet();
    if (format != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(format, CURRENT));
    }
    int flags = in.octet();
    Instant near = in.moment(Instant.EPOCH);
    Instant since = (flags & 1) == 0 ? null : in.moment(near);
    Arrivals arrivals = new Arrivals(in.count(), in.count(), in.count());
    ProcessClock clock = new ProcessClock(in.longCount(), near, (flags & 2) != 0);
    Decision decision =
        new Decision(in.choice(Decision.State.values()), clock.seconds() - in.longCount());
    int levels = in.octet();
    Relationship relationship =
        new Relationship(
            Unpacker.at(levels >> 4, LoyaltyLevel.values()),
            Unpacker.at(levels & 15, LoyaltyLevel.values()),
            in.octet());
    Reference lastStay = (flags & 4) == 0 ? null : new Reference(in.fixed());
    Spending spending = spending(in);
    List<OpenBooking> open = new ArrayList<>();
    for (int left = in.octet(); left > 0; left--) {
      open.add(booking(in, near));
    }
    Episode episode = (flags & 8) == 0 ? Episode.NOTHING_SEEN : EpisodeFormat.read(in, near);
    return new Statistics(
        since, arrivals, clock, decision, open, episode, spending, relationship, lastStay);
  }

  private static int flags(Statistics guest) {
    return (guest.since() == null ? 0 : 1)
        | (guest.clock().running() ? 2 : 0)
        | (guest.lastStay() == null ? 0 : 4)
        | (guest.episode().isEmpty() ? 0 : 8);
  }

  private static void spending(Packer out, Spending spending) {
    out.count(spending.stays()).count(spending.stays() - spending.known());
    if (spending.currency() != null) {
      FactFormat.currency(out, spending.currency()).count(spending.minorUnits());
    }
  }

  private static Spending spending(Unpacker in) {
    int stays = in.count();
    int known = stays - in.count();
    if (known == 0) {
      return new Spending(stays, 0, 0, null);
    }
    var currency = FactFormat.currency(in);
    return new Spending(stays, known, in.longCount(), currency);
  }

  private static void booking(Packer out, OpenBooking booking, Instant near) {
    long day = booking.arrival().toEpochDay() - near.getEpochSecond() / DAY;
    out.fixed(booking.reference().bits())
        .signed(booking.madeAt().getEpochSecond() / HOUR - near.getEpochSecond() / HOUR)
        .signed(day)
        .count(booking.nights() * 2L + (booking.inHouse() ? 1 : 0));
  }

  private static OpenBooking booking(Unpacker in, Instant near) {
    Reference reference = new Reference(in.fixed());
    Instant madeAt = Instant.ofEpochSecond((in.signed() + near.getEpochSecond() / HOUR) * HOUR);
    LocalDate arrival = LocalDate.ofEpochDay(in.signed() + near.getEpochSecond() / DAY);
    int nights = in.count();
    return new OpenBooking(reference, madeAt, arrival, nights / 2, nights % 2 == 1);
  }
}
