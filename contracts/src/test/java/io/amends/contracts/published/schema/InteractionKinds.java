package io.amends.contracts.published.schema;

import io.amends.contracts.inbound.InteractionKind;
import java.util.Set;

/** Which fields an interaction carries, by its kind, as integrators are told. */
public final class InteractionKinds {

  /** What any may carry: what happened when, to whom and where. */
  public static final Set<String> ANY =
      Set.of("kind", "occurredAt", "guestId", "propertyId", "stayId", "room");

  private InteractionKinds() {}

  /** What a kind carries of its own. */
  public static Set<String> own(InteractionKind kind) {
    return switch (kind) {
      case BOOKING_MADE -> Set.of("bookingId", "arrivalDate", "nights");
      case BOOKING_CANCELLED, NO_SHOW -> Set.of("bookingId");
      case CHECKED_IN -> Set.of("bookingId", "stayId", "room");
      case STAY_COMPLETED -> Set.of("nights", "spend", "openRequests");
      case STAY_CHANGED -> Set.of("departureAt");
      case ROOM_MOVED -> Set.of("room");
      case SURVEY_ANSWERED ->
          Set.of(
              "score",
              "outcomeJustice",
              "proceduralJustice",
              "interactionalJustice",
              "comment",
              "caseId");
      case REVIEW_PUBLISHED -> Set.of("score", "url");
      case SERVICE_USED -> Set.of("polarity", "waitedMinutes", "cancelledByHotel");
      case CONTACT_MADE -> Set.of("polarity", "waitedMinutes");
      case MESSAGE_OPENED, REFERRAL_MADE -> Set.of("polarity");
      case LOYALTY_CHANGED -> Set.of("tier", "points");
      case CONSENT_CHANGED -> Set.of("purpose", "channel", "state");
      case FAILURE_DETECTED -> Set.of("failureType", "issue", "severity", "detector");
      case COMPLAINT_MADE -> Set.of("complaintId", "severity");
      case COMPLAINT_RESOLVED -> Set.of("complaintId", "satisfaction");
    };
  }
}
