package io.amends.notification.domain;

import io.amends.contracts.GuestId;
import io.amends.notification.domain.ClosedCase.Answer;
import io.amends.notification.domain.morning.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which arrivals of a guest a hotel should know of, since the last recovery failed: the guest was
 * not satisfied with it, or something failed on top of the failure.
 */
public final class LetDown {

  private LetDown() {}

  /**
   * What has changed for hotels that expect the guest.
   *
   * @param within how long it is remembered
   */
  public static List<Arrival> changes(
      GuestId id, Guest before, Guest after, Instant now, Duration within) {
    Set<String> bookings = new HashSet<>(before.bookings().keySet());
    bookings.addAll(after.bookings().keySet());
    List<Arrival> changes = new ArrayList<>();
    for (String booking : bookings) {
      Optional<Arrival> was = arrival(id, before, booking, now, within);
      Optional<Arrival> is = arrival(id, after, booking, now, within);
      if (!was.equals(is)) {
        was.filter(old -> is.isEmpty() || !is.get().propertyId().equals(old.propertyId()))
            .ifPresent(old -> changes.add(gone(old)));
        is.ifPresent(changes::add);
      }
    }
    return changes;
  }

  private static Arrival gone(Arrival old) {
    return new Arrival(old.guestId(), old.bookingId(), old.propertyId(), null, old.issue());
  }

  private static Optional<Arrival> arrival(
      GuestId id, Guest guest, String booking, Instant now, Duration within) {
    Guest.Booking known = guest.bookings().get(booking);
    return known == null
        ? Optional.empty()
        : lastTime(guest, now, within)
            .map(
                closed ->
                    new Arrival(
                        id,
                        booking,
                        known.propertyId(),
                        known.arrival(),
                        String.valueOf(closed.issue())));
  }

  /** The last case, if the guest was let down by it. */
  private static Optional<ClosedCase> lastTime(Guest guest, Instant now, Duration within) {
    return guest.closedCases().isEmpty()
        ? Optional.empty()
        : Optional.of(guest.closedCases().getLast())
            .filter(closed -> closed.issue() != null && now.isBefore(closed.at().plus(within)))
            .filter(closed -> closed.failedTwice() || closed.answer() == Answer.NOT_SATISFIED);
  }
}
