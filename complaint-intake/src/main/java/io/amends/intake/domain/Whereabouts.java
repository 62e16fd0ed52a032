package io.amends.intake.domain;

import io.amends.contracts.GuestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a guest was somewhere.
 *
 * @param from when it began
 * @param until when it ended; null: as far as we know it goes on
 * @param departureAt when the guest means to leave
 */
public record Whereabouts(
    GuestId guestId,
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
    return new Whereabouts(guestId, stayId, room, from, end, departureAt);
  }
}
