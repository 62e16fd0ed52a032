package io.amends.scorer.domain.statistics;

import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.fact.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a score needs of a guest. Statistics are kept and not the score: a score ages while
 * nothing happens, and a new model would leave it behind.
 *
 * @param since when the guest first chose us, null for somebody who never did
 * @param open bookings that are still to come to something, in the order in which they were made
 * @param lastStay what the last completed stay was called, if it had a name
 */
public record Statistics(
    @Nullable Instant since,
    Arrivals arrivals,
    ProcessClock clock,
    Decision decision,
    List<OpenBooking> open,
    Episode episode,
    Spending spending,
    Relationship relationship,
    @Nullable Reference lastStay) {

  /** More open bookings of one guest than this are not told apart. */
  public static final int MOST_BOOKINGS = 3;

  public static final Statistics NOTHING_KNOWN =
      new Statistics(
          null,
          Arrivals.NONE,
          ProcessClock.standingAt(Instant.EPOCH),
          Decision.NONE,
          List.of(),
          Episode.NOTHING_SEEN,
          Spending.NONE,
          Relationship.NEW,
          null);

  public Statistics {
    open = List.copyOf(open);
  }

  /** Whether the guest ever chose us, or was let down on a stay that nobody told us of. */
  public boolean hasCome() {
    return since != null || !episode.complaints().isEmpty() || episode.silent() != null;
  }

  /** The booking on which the guest is in the house; empty if the guest is elsewhere. */
  public Optional<OpenBooking> inHouseAt(Instant asOf) {
    return open.stream().filter(booking -> booking.inHouseAt(asOf)).findFirst();
  }

  /** The next booking that is still to come; empty if there is none. */
  public Optional<OpenBooking> nextArrivalAt(Instant asOf) {
    OpenBooking next = null;
    for (OpenBooking booking : open) {
      if (!booking.inHouseAt(asOf)
          && (next == null || booking.arrival().isBefore(next.arrival()))) {
        next = booking;
      }
    }
    return Optional.ofNullable(next);
  }

  public Optional<OpenBooking> booking(Reference reference) {
    return open.stream().filter(booking -> booking.reference().equals(reference)).findFirst();
  }
}
