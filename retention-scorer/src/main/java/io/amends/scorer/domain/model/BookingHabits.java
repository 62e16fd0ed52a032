package io.amends.scorer.domain.model;

import java.util.List;

/**
 * How a chain's guests book: how long before they leave again, and how often nothing comes of it.
 *
 * @param cancelled share of bookings that are cancelled
 * @param missed share of bookings that end as a no-show
 * @param cancelsLate the exponent of when in its lead time a cancelled booking is cancelled: 1 any
 *     time, above 1 late
 * @param waits weeks from booking to departure, as equally likely as each other, ascending
 * @param whileBooked how fast guests book while they have a booking, against when they have none
 */
public record BookingHabits(
    double cancelled, double missed, double cancelsLate, List<Double> waits, double whileBooked) {

  /** Where stays are told and bookings are not: every stay is its own arrival. */
  public static final BookingHabits NO_BOOKINGS = new BookingHabits(0, 0, 1, List.of(0.0), 0);

  public BookingHabits {
    if (!(cancelled >= 0 && missed >= 0 && cancelled + missed < 1)) {
      throw new IllegalArgumentException(
          "cancelled and missed: %s, %s (expected: shares of one)".formatted(cancelled, missed));
    }
    if (waits.isEmpty()) {
      throw new IllegalArgumentException("waits: none (expected: one at least)");
    }
    waits = List.copyOf(waits);
  }

  /**
   * For how many weeks of a horizon a guest can still book a stay that will be over by its end:
   * bookings that come to something are a thinned Poisson process, so this is all that counts.
   */
  public double reach(double weeks) {
    double sum = 0;
    for (double wait : waits) {
      if (wait >= weeks) {
        break;
      }
      sum += weeks - wait;
    }
    return (1 - cancelled - missed) * sum / waits.size();
  }

  /**
   * The probability that nothing comes of a booking that still stands.
   *
   * @param elapsed share of its lead time that has passed, 0 to 1
   */
  public double fallsThrough(double elapsed) {
    double cancelledByNow = cancelled * Math.pow(elapsed, cancelsLate);
    return (cancelled - cancelledByNow + missed) / (1 - cancelledByNow);
  }
}
