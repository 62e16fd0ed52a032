package io.amends.scorer.domain.profile;

/** What was wrong with a fact, and what was made of it; each is counted by whoever folds. */
public enum Oddity {
  /** Heard before: nothing changes. */
  REPEATED,
  /** Older than the lateness bound: counted where order does not matter. */
  TOO_LATE,
  /** The sender's clock is ahead: taken as of when it was heard. */
  CLOCK_IN_THE_FUTURE,
  /** The booking of a stay that has been completed: nothing changes. */
  STAY_BEFORE_ITS_BOOKING,
  /** The arrival lies before the booking: taken as the day of booking. */
  ARRIVAL_BEFORE_BOOKING,
  /** Nobody booked what was cancelled or missed: nothing changes. */
  UNKNOWN_BOOKING,
  /** More open bookings than are told apart: the booking is left out. */
  TOO_MANY_BOOKINGS,
  /** The stay counts, its spend is unknown. */
  NEGATIVE_SPEND,
  /** No such complaint about the last stay: nothing changes. */
  UNKNOWN_COMPLAINT,
  /** No such currency: the stay counts, its spend is unknown. */
  UNKNOWN_CURRENCY,
  /** No rate into the reporting currency: the stay counts, its spend is unknown. */
  UNKNOWN_RATE
}
