package io.amends.scorer.domain.statistics;

import io.amends.scorer.domain.fact.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A stay to come, or under way.
 *
 * @param madeAt to the hour, which is enough to tell how much of its lead time has passed
 */
public record OpenBooking(
    Reference reference, Instant madeAt, LocalDate arrival, int nights, boolean inHouse) {

  public OpenBooking {
    madeAt = madeAt.truncatedTo(ChronoUnit.HOURS);
  }

  /**
   * Neither told of its end nor cancelled for so long after the planned departure, a booking counts
   * as a no-show. [ours] Night audits and interfaces catch up within three days.
   */
  public static final Duration NO_SHOW_AFTER = Duration.ofDays(3);

  /** A guest who was told to be in house and never to leave has left, unheard. [ours] A month. */
  public static final Duration LEFT_AFTER = Duration.ofDays(30);

  /** Hotels turn their rooms at noon; the property's zone is worth no byte here. */
  private static final LocalTime TURN_OF_DAY = LocalTime.NOON;

  public Instant plannedArrival() {
    return arrival.atTime(TURN_OF_DAY).toInstant(ZoneOffset.UTC);
  }

  public Instant plannedDeparture() {
    return arrival.plusDays(nights).atTime(TURN_OF_DAY).toInstant(ZoneOffset.UTC);
  }

  /** Whether the guest is in the house, as told, or by the plan if nobody tells us. */
  public boolean inHouseAt(Instant asOf) {
    return inHouse || !asOf.isBefore(inHouseFrom());
  }

  /** When the guest is thought to have come if nobody tells us: the night after the arrival. */
  public Instant inHouseFrom() {
    return plannedArrival().plus(Duration.ofHours(12)).plusSeconds(1);
  }

  public boolean lapsedAt(Instant asOf) {
    return !asOf.isBefore(lapsesAt());
  }

  /** From when on nobody waits to be told how it ended. */
  public Instant lapsesAt() {
    return plannedDeparture().plus(inHouse ? LEFT_AFTER : NO_SHOW_AFTER);
  }

  public OpenBooking arrived() {
    return new OpenBooking(reference, madeAt, arrival, nights, true);
  }

  public OpenBooking changedTo(LocalDate newArrival, int newNights) {
    return new OpenBooking(reference, madeAt, newArrival, newNights, inHouse);
  }
}
