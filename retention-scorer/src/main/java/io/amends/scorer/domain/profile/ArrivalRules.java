package io.amends.scorer.domain.profile;

import static io.amends.scorer.domain.profile.Folded.oddly;
import static io.amends.scorer.domain.profile.Folded.well;

import io.amends.scorer.domain.fact.GuestFact.BookingCancelled;
import io.amends.scorer.domain.fact.GuestFact.BookingMade;
import io.amends.scorer.domain.fact.GuestFact.CheckedIn;
import io.amends.scorer.domain.fact.GuestFact.NoShow;
import io.amends.scorer.domain.fact.GuestFact.StayChanged;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.OpenBooking;
import io.amends.scorer.domain.statistics.ProcessClock;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Bookings are the arrivals of the process: a guest who books has chosen us, and has survived
 * whatever the last stay was like. Time runs only while nothing is booked.
 */
final class ArrivalRules {

  /** What a guest is called who walks in without a booking or a number. */
  private static final Reference WALK_IN = Reference.of("");

  private ArrivalRules() {}

  static Folded booked(Statistics before, BookingMade fact) {
    if (fact.booking().equals(before.lastStay())) {
      return oddly(Oddity.STAY_BEFORE_ITS_BOOKING, before);
    }
    LocalDate made = day(fact.at());
    boolean backwards = fact.arrival().isBefore(made.minusDays(1)); // a zone may be a day behind
    LocalDate arrival = backwards ? made : fact.arrival();
    Change change = new Change(before);
    Optional<OpenBooking> known = before.booking(fact.booking());
    if (known.isPresent()) {
      replace(change, known.get(), known.get().changedTo(arrival, fact.nights()));
      return oddly(Oddity.REPEATED, change.made());
    }
    if (before.open().size() == Statistics.MOST_BOOKINGS) {
      return oddly(Oddity.TOO_MANY_BOOKINGS, before);
    }
    choseUs(change, fact.at(), fact.at());
    change.open.add(
        new OpenBooking(fact.booking(), fact.at(), arrival, Math.max(1, fact.nights()), false));
    return backwards ? oddly(Oddity.ARRIVAL_BEFORE_BOOKING, change.made()) : well(change);
  }

  static Folded cancelled(Statistics before, BookingCancelled fact) {
    return cameToNothing(before, fact.booking(), fact.at());
  }

  static Folded missed(Statistics before, NoShow fact) {
    return cameToNothing(before, fact.booking(), fact.at());
  }

  static Folded arrived(Statistics before, CheckedIn fact) {
    if (fact.stay() != null && fact.stay().equals(before.lastStay())) {
      return oddly(Oddity.REPEATED, before);
    }
    Change change = new Change(before);
    Optional<OpenBooking> booked = Matching.arrival(before, fact.stay(), fact.at());
    if (booked.isPresent()) {
      replace(change, booked.get(), booked.get().arrived());
      cameBack(change, fact.at());
      return well(change);
    }
    if (before.open().size() == Statistics.MOST_BOOKINGS) {
      return oddly(Oddity.TOO_MANY_BOOKINGS, before);
    }
    choseUs(change, fact.at(), fact.at());
    Reference name = fact.stay() == null ? WALK_IN : fact.stay();
    change.open.add(new OpenBooking(name, fact.at(), day(fact.at()), 1, true));
    return well(change);
  }

  static Folded changed(Statistics before, StayChanged fact) {
    Optional<OpenBooking> booked = Matching.arrival(before, fact.stay(), fact.at());
    if (booked.isEmpty()) {
      return oddly(Oddity.UNKNOWN_BOOKING, before);
    }
    OpenBooking stay = booked.get();
    long nights = ChronoUnit.DAYS.between(stay.arrival(), fact.departure());
    Change change = new Change(before);
    replace(change, stay, stay.changedTo(stay.arrival(), Math.clamp(nights, 1, 365)));
    return well(change);
  }

  static Folded cameToNothing(Statistics before, Reference booking, Instant at) {
    Optional<OpenBooking> booked = before.booking(booking);
    if (booked.isEmpty()) {
      return oddly(Oddity.UNKNOWN_BOOKING, before);
    }
    Change change = new Change(before);
    change.open.remove(booked.get());
    if (change.open.isEmpty()) {
      change.clock = change.clock.startedAt(at);
      if (change.decision.state() == Decision.State.NONE) {
        change.decision = new Decision(Decision.State.AFTER_CANCELLATION, change.clock.seconds());
        change.relationship = change.relationship.decides();
      }
    }
    return well(change);
  }

  /**
   * The guest has chosen us, for the first time or again.
   *
   * @param stayBegan what was seen since then belongs to the stay that follows
   */
  static void choseUs(Change change, Instant at, Instant stayBegan) {
    if (change.since == null) {
      change.since = at;
      change.clock = ProcessClock.standingAt(at);
    } else if (change.clock.running()) {
      change.arrivals = change.arrivals.andOneMore();
      change.clock = change.clock.stoppedAt(at);
    } else {
      change.arrivals = change.arrivals.andOneOverlapping();
      return; // a booking made before the last stay ended knows nothing of how that went
    }
    cameBack(change, stayBegan);
  }

  /** Settles the decision that was out, if one was: the guest is here again. */
  static void cameBack(Change change, Instant stayBegan) {
    if (change.decision.state() == Decision.State.NONE) {
      return;
    }
    if (change.decision.state() == Decision.State.AFTER_STAY) {
      change.arrivals = change.arrivals.andOneSurvived();
    }
    int complaints = change.episode.complaints().size();
    change.episode = change.episode.since(stayBegan);
    change.relationship =
        change.relationship.withComplaints(complaints - change.episode.complaints().size());
    change.decision = new Decision(Decision.State.NONE, change.clock.seconds());
  }

  static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static void replace(Change change, OpenBooking old, OpenBooking next) {
    change.open.set(change.open.indexOf(old), next);
  }
}
