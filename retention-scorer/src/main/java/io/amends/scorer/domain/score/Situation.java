package io.amends.scorer.domain.score;

import io.amends.scorer.domain.kernel.Silence;
import io.amends.scorer.domain.model.BookingHabits;
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
  private final double decidedAt;
  private final double now;

  /** By how much the silence since the decision raises the log odds of having left. */
  private final double silence;

  Situation(Statistics guest, Instant asOf, RiskModel model) {
    this.guest = guest;
    this.asOf = asOf;
    this.model = model;
    this.presence = presence(guest, asOf);
    this.now = guest.clock().secondsAt(asOf) / SECONDS_OF_A_WEEK;
    this.decidedAt =
        presence == Presence.AWAY ? guest.decision().clockSeconds() / SECONDS_OF_A_WEEK : now;
    this.silence = Silence.weighs(model.guests(), guest.arrivals().repeats(), decidedAt, now);
  }

  private static Presence presence(Statistics guest, Instant asOf) {
    if (guest.since() == null) {
      return isHere(guest) ? Presence.IN_HOUSE : Presence.NEVER_CAME;
    }
    if (guest.open().isEmpty()) {
      return Presence.AWAY;
    }
    return guest.nextArrivalAt(asOf).isPresent() ? Presence.TO_COME : Presence.IN_HOUSE;
  }

  /** Nobody told us of a stay, but of a failure on one. */
  private static boolean isHere(Statistics guest) {
    return guest.episode().silent() != null || !guest.episode().complaints().isEmpty();
  }

  Presence presence() {
    return presence;
  }

  /** Log odds of leaving at the decision that is out, or ahead, with nothing seen. */
  double leaving() {
    return model.leaving(survived());
  }

  int survived() {
    return guest.arrivals().survived();
  }

  /** Whether the guest has left for good, if these are the log odds of leaving at the decision. */
  double gone(double leaving) {
    return switch (presence) {
      case NEVER_CAME, TO_COME -> 0;
      case IN_HOUSE, AWAY -> 1 / (1 + Math.exp(-leaving - silence));
    };
  }

  /** Whether the guest does not stay within the horizon; the same, calibrated. */
  double noStay(double leaving) {
    return switch (presence) {
      case NEVER_CAME -> model.baseRate();
      case TO_COME -> calibrated(booked(), 0, now);
      case IN_HOUSE, AWAY -> away(leaving, silence, decidedAt, now);
    };
  }

  /** As if the decision had been made just now. */
  double noStayAtOnce(double leaving) {
    return away(leaving, 0, decidedAt, decidedAt);
  }

  private double away(double leaving, double silence, double decided, double at) {
    double stays = 1 - nothingElse(at, model.habits().reach(weeks(model.horizon())));
    double alive = 1 / (1 + Math.exp(leaving + silence));
    return calibrated(1 - alive * stays, at - decided, at);
  }

  /** Every booking that would be over in time falls through, and nothing comes in its place. */
  private double booked() {
    BookingHabits habits = model.habits();
    double horizon = weeks(model.horizon());
    Instant end = asOf.plus(model.horizon());
    double none = nothingElse(now, habits.whileBooked() * habits.reach(horizon));
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

  private double calibrated(double probability, double silence, double age) {
    return model.recalibration().apply(probability, guest.arrivals().repeats(), silence, age);
  }

  private static double weeks(Duration duration) {
    return duration.toSeconds() / SECONDS_OF_A_WEEK;
  }
}
