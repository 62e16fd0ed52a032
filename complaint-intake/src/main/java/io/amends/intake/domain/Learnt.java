package io.amends.intake.domain;

import io.amends.contracts.intake.InteractionRecorded;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an interaction tells the directory of where a guest is. */
public final class Learnt {

  private Learnt() {}

  /** The facts, each under its key; empty if it tells nothing of the kind. */
  public static Map<String, Whereabouts> from(InteractionRecorded i) {
    return switch (i.kind()) {
      case CHECKED_IN, ROOM_MOVED -> of(i, there(i, i.room()));
      case STAY_COMPLETED -> of(i, there(i, i.room()).left(i.occurredAt()));
      case STAY_CHANGED -> of(i, there(i, null)); // moving to a room is another event
      case BOOKING_MADE,
          BOOKING_CANCELLED,
          NO_SHOW,
          SURVEY_ANSWERED,
          REVIEW_PUBLISHED,
          SERVICE_USED,
          CONTACT_MADE,
          MESSAGE_OPENED,
          REFERRAL_MADE,
          LOYALTY_CHANGED,
          CONSENT_CHANGED,
          FAILURE_DETECTED,
          COMPLAINT_MADE,
          COMPLAINT_RESOLVED ->
          Map.of();
    };
  }

  private static Whereabouts there(InteractionRecorded i, @Nullable String room) {
    return new Whereabouts(
        i.guestId(),
        i.propertyId() == null ? null : i.propertyId().value(),
        i.stayId(),
        room,
        i.occurredAt(),
        null,
        i.departureAt());
  }

  private static Map<String, Whereabouts> of(InteractionRecorded i, Whereabouts fact) {
    Map<String, Whereabouts> learnt = new TreeMap<>();
    if (i.stayId() != null) {
      learnt.put(WhoIsIt.stayKey(i.stayId()), fact);
    }
    String room = fact.roomKey();
    if (room != null) {
      learnt.put(room, fact);
    }
    return learnt;
  }
}
