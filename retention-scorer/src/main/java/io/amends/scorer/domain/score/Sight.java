package io.amends.scorer.domain.score;

import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.Impression;
import io.amends.scorer.domain.evidence.Moments;
import io.amends.scorer.domain.evidence.SilentFailure;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.model.Lookup;
import io.amends.scorer.domain.reading.Clues;
import io.amends.scorer.domain.score.Reason.Code;
import io.amends.scorer.domain.score.Shifts.Shift;
import io.amends.scorer.domain.statistics.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the failures of a stay and their recovery weigh, in full, by what was known at a second
 * since 1970.
 */
final class Sight {

  private static final Clue[] OF_FAILURES = {Clue.FURTHER_FAILURES, Clue.IN_PUBLIC};
  private static final Clue[] OF_ANSWERS = {
    Clue.SURVEY_ANSWERED,
    Clue.SURVEY_SCORE,
    Clue.REVIEW_SCORE,
    Clue.OUTCOME,
    Clue.PROCEDURE,
    Clue.COURTESY
  };
  private static final Clue[] OF_RECOVERIES = {Clue.FAILED_RECOVERIES, Clue.SATISFACTION};

  /** What the guest said, and what else tells of failure or recovery. */
  private static final List<Clue> ALL =
      Stream.of(OF_FAILURES, OF_ANSWERS, OF_RECOVERIES).flatMap(Stream::of).sorted().toList();

  /** The best that can come of a complaint; what it leaves is the failure's own doing. */
  private static final Handling BEST =
      new Handling.Resolved(Delay.HOUR, CostTier.ON_THE_SPOT, null);

  private final Statistics guest;
  private final Episode seen;
  private final Lookup known;
  private final boolean answered;

  /** Whether there is more to the failure than its severity. */
  private final boolean further;

  Sight(Statistics guest, Lookup known) {
    this.guest = guest;
    this.seen = guest.episode();
    this.known = known;
    this.answered = !seen.impression().equals(Impression.NONE);
    this.further = isFurther(seen);
  }

  private static boolean isFurther(Episode seen) {
    SilentFailure silent = seen.silent();
    boolean further = seen.complaints().size() > 1 || (silent != null && silent.count() > 1);
    for (Complaint one : seen.complaints()) {
      further |= one.voice() == Voice.IN_PUBLIC;
    }
    return further;
  }

  /** The moments up to a second at which what was seen comes to weigh otherwise. */
  Moments moments(long last) {
    return seen.moments(last);
  }

  /** All of it together, in log odds. */
  double weight(long by) {
    double worst = 0;
    boolean complained = false;
    boolean recovered = false;
    for (Complaint one : seen.complaints()) {
      if (one.isMadeBy(by)) {
        worst = Math.max(worst, shift(one, by));
        complained = true;
        recovered |= one.resolution() != null || one.failures() > 0;
      }
    }
    double sum = worst;
    SilentFailure silent = seen.silent();
    if (!complained && silent != null && silent.isSeenBy(by)) {
      sum += shift(silent.severityBy(by), Handling.SILENT);
    }
    if (further) {
      sum += weight(OF_FAILURES, by);
    }
    if (answered) {
      sum += weight(OF_ANSWERS, by);
    }
    return recovered ? sum + weight(OF_RECOVERIES, by) : sum;
  }

  /** The same, one thing after the other. */
  List<Shift> shifts(long by) {
    List<Shift> shifts = new ArrayList<>();
    SilentFailure silent = seen.silent();
    Complaint worst = worst(by);
    if (worst != null) {
      complaint(shifts, worst, by);
    } else if (silent != null && silent.isSeenBy(by)) {
      Severity severity = silent.severityBy(by);
      double size = shift(severity, Handling.SILENT);
      shifts.add(new Shift(new Code.Failed(severity), Factor.FAILURE, size));
    }
    for (Clue clue : ALL) {
      int amount = Clues.amount(clue, guest, by);
      if (amount != 0) {
        double size = amount * known.weight(clue);
        shifts.add(new Shift(new Code.Seen(clue, amount), clue.factor(), size));
      }
    }
    return shifts;
  }

  private double weight(Clue[] clues, long by) {
    double sum = 0;
    for (Clue clue : clues) {
      int amount = Clues.amount(clue, guest, by);
      sum += amount == 0 ? 0 : amount * known.weight(clue);
    }
    return sum;
  }

  private @Nullable Complaint worst(long by) {
    Complaint worst = null;
    for (Complaint one : seen.complaints()) {
      if (one.isMadeBy(by) && (worst == null || shift(one, by) > shift(worst, by))) {
        worst = one;
      }
    }
    return worst;
  }

  /** The failure is what the best of recoveries leaves; the recovery is the rest. */
  private void complaint(List<Shift> shifts, Complaint worst, long by) {
    double size = shift(worst, by);
    double failure = Math.min(size, shift(worst.severity(), BEST));
    Code recovery =
        switch (worst.handlingBy(by)) {
          case Handling.Open(CostTier tier) -> new Code.NotMadeGood(worst.madeAt(), tier);
          case Handling.GivenUp _, Handling.Silent _ -> new Code.NeverMadeGood(worst.madeAt());
          case Handling.Resolved made -> new Code.MadeGood(made.delay());
        };
    shifts.add(new Shift(new Code.Failed(worst.severity()), Factor.FAILURE, failure));
    shifts.add(new Shift(recovery, Factor.RECOVERY, size - failure));
  }

  private double shift(Complaint complaint, long by) {
    return shift(complaint.severity(), complaint.handlingBy(by));
  }

  private double shift(Severity severity, Handling handling) {
    return known.shift(severity, handling, guest.arrivals().survived());
  }
}
