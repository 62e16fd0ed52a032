package io.amends.scorer.domain.fit;

import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.profile.StatisticsRules;
import io.amends.scorer.domain.reading.Evidence;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a fit learns from: where each guest stands at a moment, every decision that was seen to be
 * survived, and how bookings and complaints ended. Nothing after the moment enters.
 */
public final class Sample {

  private static final double SECONDS_OF_A_WEEK = 7 * 86_400.0;

  private final Instant cut;
  private final List<Standing> guests = new ArrayList<>();

  /** In the order in which they were seen, so that sums over them come out the same each time. */
  private final Map<Survived, Integer> survived = new LinkedHashMap<>();

  private final Map<Clue, Integer> clues = new EnumMap<>(Clue.class);
  private final BookingTally bookings;
  private final ComplaintTally complaints;

  public Sample(Instant cut) {
    this.cut = cut;
    this.bookings = new BookingTally(cut);
    this.complaints = new ComplaintTally(cut);
  }

  /**
   * One guest, in weeks on the process clock.
   *
   * @param decisionOut whether the guest may have left unseen
   */
  record Standing(
      int repeats,
      double decided,
      double now,
      boolean decisionOut,
      int survived,
      double booked,
      int overlapping,
      Evidence evidence) {}

  /** A decision, the k-th, after which the guest came back. */
  record Survived(int earlier, Evidence evidence) {}

  /** Adds one guest's history, in the order in which it happened. */
  public void add(List<GuestFact> history) {
    Statistics guest = Statistics.NOTHING_KNOWN;
    for (GuestFact fact : history) {
      if (fact.at().isAfter(cut)) {
        break;
      }
      guest = follow(guest, fact);
      bookings.add(fact);
      complaints.add(fact);
    }
    bookings.endOfGuest();
    complaints.endOfGuest();
    guest = StatisticsRules.passedTo(guest, cut);
    if (guest.since() != null) {
      Standing standing = standing(guest, guest.since());
      guests.add(standing);
      count(standing.evidence());
    }
  }

  List<Standing> guests() {
    return guests;
  }

  Map<Survived, Integer> survived() {
    return survived;
  }

  /** Clues that were seen often enough to learn from, of those that outcomes can teach. */
  List<Clue> frequentClues() {
    return clues.entrySet().stream()
        .filter(seen -> seen.getValue() >= Priors.REPLACED_FROM_CASES)
        .map(Map.Entry::getKey)
        .filter(Clue::isKnownAtDecision)
        .toList();
  }

  BookingTally bookings() {
    return bookings;
  }

  ComplaintTally complaints() {
    return complaints;
  }

  private Statistics follow(Statistics before, GuestFact fact) {
    Statistics then = StatisticsRules.passedTo(before, fact.at());
    Statistics after = StatisticsRules.fold(then, fact).after();
    boolean survivedStay = after.arrivals().survived() > then.arrivals().survived();
    boolean survivedCancellation =
        then.decision().state() == Decision.State.AFTER_CANCELLATION
            && after.decision().state() == Decision.State.NONE;
    if (survivedStay || survivedCancellation) {
      Survived decision = new Survived(then.arrivals().survived(), Evidence.of(then, fact.at()));
      survived.merge(decision, 1, Integer::sum);
      count(decision.evidence());
    }
    return after;
  }

  private void count(Evidence evidence) {
    evidence.clues().keySet().forEach(clue -> clues.merge(clue, 1, Integer::sum));
  }

  private Standing standing(Statistics guest, Instant since) {
    double now = guest.clock().secondsAt(cut) / SECONDS_OF_A_WEEK;
    double all = (cut.getEpochSecond() - since.getEpochSecond()) / SECONDS_OF_A_WEEK;
    boolean out = guest.clock().running();
    return new Standing(
        guest.arrivals().repeats(),
        out ? guest.decision().clockSeconds() / SECONDS_OF_A_WEEK : now,
        now,
        out,
        guest.arrivals().survived(),
        Math.max(0, all - now),
        guest.arrivals().overlapping(),
        Evidence.of(guest, cut));
  }
}
