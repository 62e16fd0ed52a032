package io.amends.scorer.domain.profile;

import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.OpenBooking;
import io.amends.scorer.domain.statistics.ProcessClock;
import io.amends.scorer.domain.statistics.Relationship;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Two histories that turn out to be one person's.
 *
 * <p>What each was counted from is kept no more, so they are added up: the first time of the later
 * one was a repeat, a decision after which the other history went on was survived, and the clock
 * stood still whenever it did for either. What was told under both ids counts once where it has a
 * name: a booking, a complaint, the last stay.
 */
final class JoiningRules {

  /**
   * A night and the day before it, as for stays that nobody booked; how long it was is not kept.
   */
  private static final Duration A_STAY = Duration.ofDays(2);

  private JoiningRules() {}

  /**
   * One history of two.
   *
   * @param one and the other are both as of the same moment
   */
  static Statistics joined(Statistics one, Statistics other) {
    if (other.since() == null) {
      return withWhatWasSeen(one, other);
    }
    if (one.since() == null) {
      return withWhatWasSeen(other, one);
    }
    return one.clock().readAt().isBefore(other.clock().readAt())
        ? inOrder(one, one.since(), other, other.since())
        : inOrder(other, other.since(), one, one.since());
  }

  /** Of somebody who never chose us only what was seen is known. */
  private static Statistics withWhatWasSeen(Statistics guest, Statistics stranger) {
    Change change = new Change(guest);
    change.episode = guest.episode().joined(stranger.episode());
    change.relationship = guest.relationship().joined(stranger.relationship());
    return change.made();
  }

  /**
   * Both came.
   *
   * @param last of whom something was heard last
   */
  private static Statistics inOrder(
      Statistics before, Instant beforeSince, Statistics last, Instant lastSince) {
    boolean sameStay = last.lastStay() != null && last.lastStay().equals(before.lastStay());
    boolean cameBack = before.decision().state() == Decision.State.AFTER_STAY && !sameStay;
    Instant since = beforeSince.isBefore(lastSince) ? beforeSince : lastSince;
    Instant at = last.clock().readAt();

    Change change = new Change(last);
    change.since = since;
    change.arrivals = last.arrivals().and(before.arrivals());
    if (!sameStay) {
      change.arrivals = change.arrivals.andOneMore();
    }
    if (cameBack) {
      change.arrivals = change.arrivals.andOneSurvived();
    }
    change.open.clear();
    change.open.addAll(open(last, before));
    long seconds =
        Math.max(
            0,
            Duration.between(since, at).toSeconds()
                - stood(before, beforeSince, at)
                - stood(last, lastSince, at));
    change.clock = new ProcessClock(seconds, at, change.open.isEmpty());
    long sinceDecided = last.clock().seconds() - last.decision().clockSeconds();
    change.decision = new Decision(last.decision().state(), Math.max(0, seconds - sinceDecided));
    Episode earlier = cameBack ? before.episode().since(lastBegan(last)) : before.episode();
    Relationship relationship = last.relationship().joined(before.relationship());
    int settled = before.episode().complaints().size() - earlier.complaints().size();
    change.relationship = relationship.withComplaints(settled);
    change.episode = last.episode().joined(earlier);
    change.spending = last.spending().joined(before.spending(), sameStay);
    change.lastStay = last.lastStay() == null ? before.lastStay() : last.lastStay();
    return change.made();
  }

  /** For how long the clock stood still since the first time, in seconds. */
  private static long stood(Statistics guest, Instant since, Instant at) {
    return Math.max(0, Duration.between(since, at).toSeconds() - guest.clock().secondsAt(at));
  }

  /** From when on what was seen belongs to the last stay. */
  private static Instant lastBegan(Statistics guest) {
    return guest.decision().state() == Decision.State.NONE && !guest.open().isEmpty()
        ? guest.open().getLast().madeAt()
        : decidedAt(guest).minus(A_STAY);
  }

  /** When the guest's last decision fell due. */
  private static Instant decidedAt(Statistics guest) {
    ProcessClock clock = guest.clock();
    return clock.readAt().minusSeconds(clock.seconds() - guest.decision().clockSeconds());
  }

  private static List<OpenBooking> open(Statistics one, Statistics other) {
    List<OpenBooking> all = new ArrayList<>(one.open());
    other.open().stream()
        .filter(booking -> one.booking(booking.reference()).isEmpty())
        .limit(Statistics.MOST_BOOKINGS - (long) all.size())
        .forEach(all::add);
    return all;
  }
}
