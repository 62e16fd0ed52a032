package io.amends.scorer.domain.fit;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.BookingCancelled;
import io.amends.scorer.domain.fact.GuestFact.BookingMade;
import io.amends.scorer.domain.fact.GuestFact.NoShow;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.model.BookingHabits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the bookings of a sample ended that had the time to end. */
final class BookingTally {

  private static final double SECONDS_OF_A_WEEK = 7 * 86_400.0;

  /** Fewer bookings than this say nothing about how guests book. [ours] */
  private static final int ENOUGH = 100;

  /** Where fewer stays than this are booked first, bookings are not told at all. [ours] */
  private static final double SOME_BOOKINGS = 0.1;

  /** As many points of the waiting time as its curve needs. */
  private static final int WAITS = 16;

  private final Instant cut;
  private final Map<Reference, BookingMade> open = new HashMap<>();
  private final List<Double> waits = new ArrayList<>();
  private int stays;
  private int due;
  private int cancelled;
  private int missed;
  private double cancelledWhen;

  BookingTally(Instant cut) {
    this.cut = cut;
  }

  void add(GuestFact fact) {
    switch (fact) {
      case BookingMade booking -> open.put(booking.booking(), booking);
      case BookingCancelled(Instant at, Reference booking) -> cancelled(booking, at);
      case NoShow(_, Reference booking) -> missed(booking);
      case StayCompleted _ -> stays++;
      default -> {} // says nothing about bookings
    }
  }

  /** Bookings of two guests may have the same number. */
  void endOfGuest() {
    open.values().forEach(this::ended);
    open.clear();
  }

  /**
   * How guests book, by the bookings that were due before the cut.
   *
   * @param old kept where there is too little to learn from
   */
  BookingHabits habits(BookingHabits old, double whileBooked) {
    if (waits.size() < SOME_BOOKINGS * stays) {
      return BookingHabits.NO_BOOKINGS;
    }
    if (due < ENOUGH) {
      return old;
    }
    double when = cancelled == 0 ? 0.5 : Math.clamp(cancelledWhen / cancelled, 0.05, 0.95);
    return new BookingHabits(
        (double) cancelled / due, (double) missed / due, when / (1 - when), curve(), whileBooked);
  }

  private void cancelled(Reference reference, Instant at) {
    BookingMade booking = open.remove(reference);
    if (booking == null) {
      return;
    }
    ended(booking);
    if (isDue(booking)) {
      cancelled++;
      double lead = Duration.between(booking.at(), arrival(booking)).toSeconds();
      double passed = Duration.between(booking.at(), at).toSeconds();
      cancelledWhen += lead > 0 ? Math.clamp(passed / lead, 0, 1) : 1;
    }
  }

  private void missed(Reference reference) {
    BookingMade booking = open.remove(reference);
    if (booking != null) {
      ended(booking);
      missed += isDue(booking) ? 1 : 0;
    }
  }

  private void ended(BookingMade booking) {
    double seconds =
        Duration.between(booking.at(), arrival(booking)).toSeconds() + booking.nights() * 86_400.0;
    waits.add(Math.max(0, seconds / SECONDS_OF_A_WEEK));
    due += isDue(booking) ? 1 : 0;
  }

  private boolean isDue(BookingMade booking) {
    return arrival(booking).isBefore(cut);
  }

  private static Instant arrival(BookingMade booking) {
    return booking.arrival().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
  }

  private List<Double> curve() {
    List<Double> sorted = new ArrayList<>(waits);
    Collections.sort(sorted);
    List<Double> points = new ArrayList<>();
    for (int i = 0; i < WAITS; i++) {
      points.add(sorted.get((int) ((i + 0.5) / WAITS * sorted.size())));
    }
    return points;
  }
}
