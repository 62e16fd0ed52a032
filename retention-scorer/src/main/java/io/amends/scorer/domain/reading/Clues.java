package io.amends.scorer.domain.reading;

import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.Impression;
import io.amends.scorer.domain.evidence.SilentFailure;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How much of each clue is seen on a guest. */
public final class Clues {

  /** A survey or review score that says neither well nor badly. [ours] */
  private static final int INDIFFERENT_SCORE = 8;

  /** An answer on a scale of five that says neither well nor badly. [ours] */
  private static final int INDIFFERENT_ANSWER = 4;

  private static final long SECONDS_OF_A_YEAR = 365 * 86_400L;
  private static final int MOST_YEARS = 10;

  private Clues() {}

  /** The amount of a clue; 0 if it was not seen. */
  public static int amount(Clue clue, Statistics guest, Instant asOf) {
    return amount(clue, guest, asOf.getEpochSecond());
  }

  /** The same, by what was known of the last stay at a second since 1970. */
  public static int amount(Clue clue, Statistics guest, long by) {
    Episode seen = guest.episode();
    Impression said = seen.impression();
    return switch (clue) {
      case CANCELLATION -> guest.decision().state() == Decision.State.AFTER_CANCELLATION ? 1 : 0;
      case LEVEL -> level(guest);
      case YEARS -> years(guest.since(), guest.clock().readAt());
      case EARLIER_COMPLAINTS -> guest.relationship().earlierComplaints();
      case FURTHER_FAILURES -> furtherFailures(seen, by);
      case IN_PUBLIC -> inPublic(seen, by);
      case SURVEY_ANSWERED -> said.isAnsweredBy(by) && said.survey() != null ? 1 : 0;
      case SURVEY_SCORE -> said.isAnsweredBy(by) ? below(INDIFFERENT_SCORE, said.survey()) : 0;
      case REVIEW_SCORE -> said.isReviewedBy(by) ? below(INDIFFERENT_SCORE, said.review()) : 0;
      case FAILED_RECOVERIES -> failedRecoveries(seen, by);
      case SATISFACTION -> dissatisfaction(seen, by);
      case OUTCOME, PROCEDURE, COURTESY ->
          said.isAnsweredBy(by) ? below(INDIFFERENT_ANSWER, justice(clue, said.justices())) : 0;
      case MESSAGES_OPENED -> seen.attitude().count(Signal.MESSAGE_OPENED);
      case UNSUBSCRIBED -> Math.min(1, seen.attitude().count(Signal.UNSUBSCRIBED));
      case REFERRALS -> seen.attitude().count(Signal.REFERRED_A_FRIEND);
      case GOOD_CONTACTS -> seen.attitude().count(Signal.GOOD_CONTACT);
      case BAD_CONTACTS -> seen.attitude().count(Signal.BAD_CONTACT);
      case OFFERS_TAKEN -> seen.attitude().count(Signal.OFFER_TAKEN);
      case OFFERS_LEFT -> seen.attitude().count(Signal.OFFER_LEFT);
    };
  }

  @SuppressWarnings("EnumOrdinal") // the amount is the number of steps
  private static int level(Statistics guest) {
    return guest.relationship().atDecision().ordinal();
  }

  /** Until the decision fell due, not until now: waiting makes no relationship. */
  private static int years(@Nullable Instant since, Instant decided) {
    return since == null
        ? 0
        : Math.clamp(
            (decided.getEpochSecond() - since.getEpochSecond()) / SECONDS_OF_A_YEAR, 0, MOST_YEARS);
  }

  private static @Nullable Integer justice(Clue clue, Justices fair) {
    return switch (clue) {
      case OUTCOME -> fair.outcome();
      case PROCEDURE -> fair.procedure();
      default -> fair.courtesy();
    };
  }

  /** Silent failures count as the one complained about where there is a complaint. */
  private static int furtherFailures(Episode seen, long by) {
    SilentFailure failure = seen.silent();
    int silent = failure == null || !failure.isSeenBy(by) ? 0 : failure.countBy(by);
    int complaints = 0;
    for (Complaint complaint : seen.complaints()) {
      complaints += complaint.isMadeBy(by) ? 1 : 0;
    }
    return Math.max(0, Math.max(silent, complaints) - 1);
  }

  private static int inPublic(Episode seen, long by) {
    for (Complaint complaint : seen.complaints()) {
      if (complaint.voice() == Voice.IN_PUBLIC && complaint.isMadeBy(by)) {
        return 1;
      }
    }
    return 0;
  }

  private static int failedRecoveries(Episode seen, long by) {
    int most = 0;
    for (Complaint complaint : seen.complaints()) {
      most = complaint.isMadeBy(by) ? Math.max(most, complaint.failuresBy(by)) : most;
    }
    return most;
  }

  /** Of the complaint that was settled worst. */
  private static int dissatisfaction(Episode seen, long by) {
    int worst = Integer.MIN_VALUE;
    for (Complaint complaint : seen.complaints()) {
      if (complaint.isMadeBy(by)
          && complaint.handlingBy(by) instanceof Handling.Resolved resolved
          && resolved.satisfaction() != null) {
        worst = Math.max(worst, INDIFFERENT_ANSWER - resolved.satisfaction());
      }
    }
    return worst == Integer.MIN_VALUE ? 0 : worst;
  }

  private static int below(int indifferent, @Nullable Integer answer) {
    return answer == null ? 0 : indifferent - answer;
  }
}
