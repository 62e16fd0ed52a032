package io.amends.scorer.domain.watch;

import io.amends.contracts.retention.GuestDefected.Seen;
import io.amends.contracts.retention.GuestDefected.What;
import io.amends.scorer.domain.fact.GuestFact;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a guest in the year before the last thing that was seen: not for the score, but
 * for whoever asks later why the guest was lost.
 *
 * @param seen oldest first, the newest {@link #MOST} of them
 */
public record LastYear(List<Seen> seen) {

  /** Three bytes each in the store: a busy year of a guest in 48. [ours] */
  static final int MOST = 16;

  static final LastYear NOTHING = new LastYear(List.of());

  /** Out of ten; between these an answer says neither. [ours] */
  private static final int WELL = 8;

  private static final int BADLY = 6;

  public LastYear {
    seen = List.copyOf(seen);
  }

  LastYear and(GuestFact fact) {
    What what = what(fact);
    if (what == null) {
      return this;
    }
    LocalDate day = fact.at().atZone(ZoneOffset.UTC).toLocalDate();
    List<Seen> all = new ArrayList<>(seen);
    int place = all.size();
    while (place > 0 && all.get(place - 1).on().isAfter(day)) {
      place--; // what came late has its place all the same
    }
    all.add(place, new Seen(day, what));
    LocalDate oldest = all.getLast().on().minusYears(1);
    int from = Math.max(0, all.size() - MOST);
    while (all.get(from).on().isBefore(oldest)) {
      from++;
    }
    return new LastYear(all.subList(from, all.size()));
  }

  /** What was seen of two who turn out to be one. */
  LastYear joined(LastYear other) {
    List<Seen> all = new ArrayList<>(seen);
    all.addAll(other.seen);
    all.sort(Comparator.comparing(Seen::on));
    if (all.isEmpty()) {
      return this;
    }
    LocalDate oldest = all.getLast().on().minusYears(1);
    all.removeIf(one -> one.on().isBefore(oldest));
    return new LastYear(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  private static @Nullable What what(GuestFact fact) {
    return switch (fact) {
      case GuestFact.BookingMade _ -> What.BOOKED;
      case GuestFact.BookingCancelled _ -> What.CANCELLED;
      case GuestFact.NoShow _ -> What.MISSED;
      case GuestFact.StayCompleted _ -> What.STAYED;
      case GuestFact.FailureDetected _ -> What.FAILED;
      case GuestFact.ComplaintMade _ -> What.COMPLAINED;
      case GuestFact.ComplaintResolved _ -> What.MADE_GOOD;
      case GuestFact.RecoveryFailed _ -> What.RECOVERY_FAILED;
      case GuestFact.SurveyAnswered answer ->
          byScore(answer.score(), What.ANSWERED_WELL, What.ANSWERED_BADLY);
      case GuestFact.ReviewPublished review ->
          byScore(review.score(), What.SPOKE_WELL_IN_PUBLIC, What.SPOKE_BADLY_IN_PUBLIC);
      case GuestFact.LoyaltyChanged _ -> What.LEVEL_CHANGED;
      case GuestFact.Signalled signal ->
          switch (signal.signal()) {
            case UNSUBSCRIBED, BAD_CONTACT -> What.TURNED_AWAY;
            case REFERRED_A_FRIEND, GOOD_CONTACT, OFFER_TAKEN -> What.TURNED_TO_US;
            case MESSAGE_OPENED, OFFER_LEFT -> null;
          };
      case GuestFact.CheckedIn _,
          GuestFact.StayChanged _,
          GuestFact.TierEntered _,
          GuestFact.ComplaintMerged _ ->
          null;
    };
  }

  private static @Nullable What byScore(@Nullable Integer score, What well, What badly) {
    if (score == null || (score > BADLY && score < WELL)) {
      return null;
    }
    return score >= WELL ? well : badly;
  }
}
