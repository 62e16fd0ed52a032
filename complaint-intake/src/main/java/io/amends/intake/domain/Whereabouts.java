package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a guest was somewhere.
 *
 * @param propertyId of the hotel; null: the source did not say
 * @param from when it began
 * @param until when it ended; null: as far as we know it goes on
 * @param departureAt when the guest means to leave
 */
public record Whereabouts(
    GuestId guestId,
    @Nullable String propertyId,
    @Nullable String stayId,
    @Nullable String room,
    Instant from,
    @Nullable Instant until,
    @Nullable Instant departureAt) {

  boolean covers(Instant at) {
    Instant end = until;
    return !at.isBefore(from) && (end == null || at.isBefore(end));
  }

  Whereabouts endedAt(Instant end) {
    return new Whereabouts(guestId, propertyId, stayId, room, from, end, departureAt);
  }

  /** That the guest left where it was; who complains that very moment was still there. */
  Whereabouts left(Instant at) {
    return new Whereabouts(guestId, propertyId, stayId, room, at, at.plusMillis(1), departureAt);
  }

  /** What an event does not say of a stay is as it was before. */
  Whereabouts after(Whereabouts before) {
    return new Whereabouts(
        guestId,
        propertyId == null ? before.propertyId : propertyId,
        stayId == null ? before.stayId : stayId,
        room == null ? before.room : room,
        from,
        until,
        departureAt == null ? before.departureAt : departureAt);
  }

  /** The key of the room in the directory; null if room or hotel are not known. */
  @Nullable String roomKey() {
    return propertyId == null || room == null ? null : WhoIsIt.roomKey(propertyId, room);
  }
}
