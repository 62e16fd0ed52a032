package io.amends.scorer.domain.reading;

import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.model.Weights;
import io.amends.scorer.domain.statistics.Decision;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of each clue is seen on a guest. */
public final class Clues {

  /** A survey or review score that says neither well nor badly. [ours] */
  private static final int INDIFFERENT_SCORE = 8;

  /** An answer on a scale of five that says neither well nor badly. [ours] */
  private static final int INDIFFERENT_ANSWER = 4;

  private static final long SECONDS_OF_A_YEAR = 365 * 86_400L;
  private static final int MOST_YEARS = 10;

  private static final List<Clue> RELATIONSHIP =
      Arrays.stream(Clue.values()).filter(c -> c.factor() == Factor.RELATIONSHIP).toList();

  private Clues() {}

  /** The amount of a clue; 0 if it was not seen. */
  public static int amount(Clue clue, Statistics guest, Instant asOf) {
    return amount(clue, guest, guest.episode(), asOf);
  }

  /** The amount of a clue, if only so much of an episode is looked at. */
  public static int amount(Clue clue, Statistics guest, Episode seen, Instant asOf) {
    return switch (clue) {
      case CANCELLATION -> guest.decision().state() == Decision.State.AFTER_CANCELLATION ? 1 : 0;
      case LEVEL -> level(guest);
      case YEARS -> years(guest.since(), guest.clock().readAt());
      case EARLIER_COMPLAINTS -> guest.relationship().earlierComplaints();
      case FURTHER_FAILURES -> furtherFailures(seen);
      case IN_PUBLIC -> inPublic(seen);
      case SURVEY_ANSWERED -> seen.impression().survey() == null ? 0 : 1;
      case SURVEY_SCORE -> below(INDIFFERENT_SCORE, seen.impression().survey());
      case REVIEW_SCORE -> below(INDIFFERENT_SCORE, seen.impression().review());
      case FAILED_RECOVERIES -> failedRecoveries(seen);
      case SATISFACTION -> dissatisfaction(seen, asOf);
      case OUTCOME -> below(INDIFFERENT_ANSWER, seen.impression().justices().outcome());
      case PROCEDURE -> below(INDIFFERENT_ANSWER, seen.impression().justices().procedure());
      case COURTESY -> below(INDIFFERENT_ANSWER, seen.impression().justices().courtesy());
      case MESSAGES_OPENED -> seen.attitude().count(Signal.MESSAGE_OPENED);
      case UNSUBSCRIBED -> Math.min(1, seen.attitude().count(Signal.UNSUBSCRIBED));
      case REFERRALS -> seen.attitude().count(Signal.REFERRED_A_FRIEND);
      case GOOD_CONTACTS -> seen.attitude().count(Signal.GOOD_CONTACT);
      case BAD_CONTACTS -> seen.attitude().count(Signal.BAD_CONTACT);
    };
  }

  /** All that is known of a guest on whose last stay nothing was seen. */
  public static double relationship(Statistics guest, Instant asOf, Weights weights) {
    double sum = 0;
    for (Clue clue : RELATIONSHIP) {
      int amount = amount(clue, guest, asOf);
      sum += amount == 0 ? 0 : amount * weights.of(clue);
    }
    return sum;
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

  /** Silent failures count as the one complained about where there is a complaint. */
  private static int furtherFailures(Episode seen) {
    int silent = seen.silent() == null ? 0 : seen.silent().count();
    return Math.max(0, Math.max(silent, seen.complaints().size()) - 1);
  }

  private static int inPublic(Episode seen) {
    for (Complaint complaint : seen.complaints()) {
      if (complaint.voice() == Voice.IN_PUBLIC) {
        return 1;
      }
    }
    return 0;
  }

  private static int failedRecoveries(Episode seen) {
    int most = 0;
    for (Complaint complaint : seen.complaints()) {
      most = Math.max(most, complaint.failures());
    }
    return most;
  }

  /** Of the complaint that was settled worst. */
  private static int dissatisfaction(Episode seen, Instant asOf) {
    int worst = Integer.MIN_VALUE;
    for (Complaint complaint : seen.complaints()) {
      if (complaint.handlingAt(asOf) instanceof Handling.Resolved resolved
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
