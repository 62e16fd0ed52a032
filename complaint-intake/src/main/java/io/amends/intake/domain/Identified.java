package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was let in, once it is known whose it is. */
public final class Identified {

  private Identified() {}

  /** The same complaint of the guest who was found, with what is known of the stay. */
  public static ComplaintAccepted complaint(ComplaintAccepted c, Found found) {
    Whereabouts who = found.where();
    if (who == null) {
      return of(c, found.guestId(), c.inHouse(), c.stayId(), c.room(), c.departureAt());
    }
    Instant departureAt = c.departureAt() == null ? who.departureAt() : c.departureAt();
    return of(
        c,
        found.guestId(),
        isThere(who, departureAt, c.detectedAt()),
        c.stayId() == null ? who.stayId() : c.stayId(),
        c.room() == null ? who.room() : c.room(),
        departureAt);
  }

  private static ComplaintAccepted of(
      ComplaintAccepted c,
      GuestId guest,
      boolean inHouse,
      @Nullable String stayId,
      @Nullable String room,
      @Nullable Instant departureAt) {
    return new ComplaintAccepted(
        c.complaintId(),
        guest,
        c.source(),
        c.history(),
        c.place(),
        inHouse,
        stayId,
        room,
        c.channel(),
        c.origin(),
        c.issue(),
        c.failureType(),
        c.department(),
        c.severity(),
        c.flags(),
        c.occurredAt(),
        c.detectedAt(),
        c.arrivedAt(),
        departureAt,
        c.wish(),
        c.textId(),
        c.language(),
        c.open(),
        c.externalRef(),
        c.statutoryDueAt(),
        c.suggested(),
        c.detected(),
        c.manner());
  }

  /** Not gone yet, neither by what we saw nor by what was planned. */
  private static boolean isThere(
      Whereabouts who, @Nullable Instant departureAt, Instant detectedAt) {
    return who.covers(detectedAt) && (departureAt == null || detectedAt.isBefore(departureAt));
  }

  /** The same interaction of the guest who was found, and of that guest's stay. */
  public static InteractionRecorded interaction(InteractionRecorded i, Found found) {
    Whereabouts who = found.where();
    return new InteractionRecorded(
        found.guestId(),
        i.source(),
        i.history(),
        i.kind(),
        i.occurredAt(),
        i.propertyId(),
        i.stayId() == null && who != null ? who.stayId() : i.stayId(),
        i.room(),
        i.bookingId(),
        i.arrivalDate(),
        i.nights(),
        i.spend(),
        i.departureAt(),
        i.score(),
        i.outcomeJustice(),
        i.proceduralJustice(),
        i.interactionalJustice(),
        i.textId(),
        i.caseId(),
        i.url(),
        i.polarity(),
        i.tier(),
        i.points(),
        i.purpose(),
        i.channel(),
        i.state(),
        i.failureType(),
        i.issue(),
        i.severity(),
        i.detector(),
        i.complaintId(),
        i.satisfaction(),
        i.waitedMinutes(),
        i.cancelledByHotel(),
        i.openRequests());
  }
}
