package io.amends.scorer.domain.profile;

import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.statistics.OpenBooking;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which booking a stay belongs to: by name, else by date, since not every source names bookings.
 */
final class Matching {

  /** How far arrivals stray from plan and zone. [ours] */
  private static final Duration TOLERANCE = Duration.ofDays(2);

  private Matching() {}

  static Optional<OpenBooking> arrival(Statistics guest, @Nullable Reference name, Instant at) {
    return named(guest, name)
        .or(() -> guest.open().stream().filter(OpenBooking::inHouse).findFirst())
        .or(() -> dueBy(guest, at));
  }

  private static Optional<OpenBooking> named(Statistics guest, @Nullable Reference name) {
    return name == null ? Optional.empty() : guest.booking(name);
  }

  /** The booking whose arrival is due, the one that has been due for the shortest time. */
  private static Optional<OpenBooking> dueBy(Statistics guest, Instant at) {
    return guest.open().stream()
        .filter(booking -> !booking.plannedArrival().isAfter(at.plus(TOLERANCE)))
        .max(Comparator.comparing(OpenBooking::plannedArrival));
  }
}
