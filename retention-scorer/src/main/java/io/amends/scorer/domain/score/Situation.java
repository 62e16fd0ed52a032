package io.amends.scorer.domain.score;

import io.amends.scorer.domain.kernel.Silence;
import io.amends.scorer.domain.model.BookingHabits;
import io.amends.scorer.domain.model.Lookup;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.statistics.OpenBooking;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;

/** Where a guest stands at a moment, as the model sees it; evidence comes on top. */
final class Situation {

  private static final double SECONDS_OF_A_WEEK = 7 * 86_400.0;

  enum Presence {
    NEVER_CAME,
    /** A stay is booked: surely ours until then. */
    TO_COME,
    /** In the house; the next decision is about this stay. */
    IN_HOUSE,
    /** Nothing booked: gone, or silent. */
    AWAY
  }

  private final Statistics guest;
  private final Instant asOf;
  private final RiskModel model;
  private final Presence presence;
  private final Lookup known;
  private final double decidedAt;
  private final double now;

  /** By how much the silence since the decision raises the log odds of having left. */
  private final double silence;

  /** That a guest who is ours, and has nothing booked, stays within the horizon. */
  private final double stays;

  private final double beside;

  Situation(Statistics guest, Instant asOf, RiskModel model) {
    this.guest = guest;
    this.asOf = asOf;
    this.model = model;
    this.known = model.lookup();
    this.presence = presence(guest, asOf);
    this.now = guest.clock().secondsAt(asOf) / SECONDS_OF_A_WEEK;
    boolean away = presence == Presence.AWAY;
    this.decidedAt = away ? guest.decision().clockSeconds() / SECONDS_OF_A_WEEK : now;
    this.silence =
        away ? Silence.weighs(model.guests(), guest.arrivals().repeats(), decidedAt, now) : 0;
    this.stays = away || presence == Presence.IN_HOUSE ? 1 - nothingElse(now, known.reach()) : 0;
    this.beside = beside(now - decidedAt, now);
  }

  private static Presence presence(Statistics guest, Instant asOf) {
    if (guest.since() == null) {
      return guest.hasCome() ? Presence.IN_HOUSE : Presence.NEVER_CAME;
    }
    if (guest.open().isEmpty()) {
      return Presence.AWAY;
    }
    return guest.nextArrivalAt(asOf).isPresent() ? Presence.TO_COME : Presence.IN_HOUSE;
  }

  Presence presence() {
    return presence;
  }

  /** Log odds of leaving at the decision that is out, or ahead, with nothing seen. */
  double leaving() {
    return known.leaving(survived());
  }

  int survived() {
    return guest.arrivals().survived();
  }

  /** Whether the guest is still ours, if these are the log odds of leaving at the decision. */
  double alive(double leaving) {
    return switch (presence) {
      case NEVER_CAME, TO_COME -> 1;
      case IN_HOUSE, AWAY -> 1 / (1 + Math.exp(leaving + silence));
    };
  }

  /** Whether the guest does not stay within the horizon; the same, calibrated. */
  double noStay(double leaving) {
    return noStayIf(alive(leaving));
  }

  /** The same of a guest who is still ours with this probability. */
  double noStayIf(double alive) {
    return switch (presence) {
      case NEVER_CAME -> model.baseRate();
      case TO_COME -> calibrated(booked(), beside);
      case IN_HOUSE, AWAY -> calibrated(1 - stays * alive, beside);
    };
  }

  /** As if the decision had been made just now. */
  double noStayAtOnce(double leaving) {
    double then = 1 - nothingElse(decidedAt, known.reach());
    return calibrated(1 - then / (1 + Math.exp(leaving)), beside(0, decidedAt));
  }

  /** Every booking that would be over in time falls through, and nothing comes in its place. */
  private double booked() {
    BookingHabits habits = model.habits();
    double horizon = known.horizon();
    Instant end = asOf.plus(model.horizon());
    double none = nothingElse(now, habits.whileBooked() * known.reach());
    for (OpenBooking booking : guest.open()) {
      if (booking.inHouseAt(asOf)) {
        continue;
      }
      double ahead = weeks(Duration.between(asOf, booking.plannedArrival()));
      double lead =
          Math.max(ahead, weeks(Duration.between(booking.madeAt(), booking.plannedArrival())));
      double falls = habits.fallsThrough(lead > 0 ? Math.clamp(1 - ahead / lead, 0, 1) : 1);
      double instead = nothingElse(now, habits.reach(Math.max(0, horizon - ahead / 2)));
      none *= booking.plannedDeparture().isAfter(end) ? 1 - falls * (1 - instead) : falls * instead;
    }
    return none;
  }

  /** That a guest who is alive books nothing that comes to something within a reach. */
  private double nothingElse(double at, double reach) {
    double alpha = model.guests().alpha();
    double pace = model.guests().r() + guest.arrivals().repeats();
    return Math.exp(pace * Math.log((alpha + at) / (alpha + at + reach)));
  }

  private double beside(double silence, double age) {
    return model.recalibration().beside(guest.arrivals().repeats(), silence, age);
  }

  private double calibrated(double probability, double beside) {
    return model.recalibration().apply(probability, beside);
  }

  private static double weeks(Duration duration) {
    return duration.toSeconds() / SECONDS_OF_A_WEEK;
  }
}
