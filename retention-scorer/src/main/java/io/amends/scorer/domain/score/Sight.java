package io.amends.scorer.domain.score;

import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.SilentFailure;
import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.reading.Clues;
import io.amends.scorer.domain.score.Reason.Code;
import io.amends.scorer.domain.score.Shifts.Shift;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the failures of a stay and their recovery weigh, in full, as far as they are in sight. */
final class Sight {

  /** What the guest said, and what else tells of failure or recovery. */
  private static final List<Clue> SAID =
      List.of(
          Clue.FURTHER_FAILURES,
          Clue.IN_PUBLIC,
          Clue.SURVEY_ANSWERED,
          Clue.SURVEY_SCORE,
          Clue.REVIEW_SCORE,
          Clue.FAILED_RECOVERIES,
          Clue.SATISFACTION,
          Clue.OUTCOME,
          Clue.PROCEDURE,
          Clue.COURTESY);

  private static final Handling SILENT = new Handling.Silent();

  /** The best that can come of a complaint; what it leaves is the failure's own doing. */
  private static final Handling BEST =
      new Handling.Resolved(Delay.HOUR, CostTier.ON_THE_SPOT, null);

  private final Statistics guest;
  private final Episode seen;
  private final Instant asOf;
  private final RiskModel model;

  Sight(Statistics guest, Episode seen, Instant asOf, RiskModel model) {
    this.guest = guest;
    this.seen = seen;
    this.asOf = asOf;
    this.model = model;
  }

  List<Shift> shifts() {
    List<Shift> shifts = new ArrayList<>();
    SilentFailure silent = seen.silent();
    if (!seen.complaints().isEmpty()) {
      complaint(shifts, worst());
    } else if (silent != null) {
      double size = shift(silent.severity(), SILENT);
      shifts.add(new Shift(new Code.Failed(silent.severity()), Factor.FAILURE, size));
    }
    for (Clue clue : SAID) {
      int amount = Clues.amount(clue, guest, seen, asOf);
      if (amount != 0) {
        double size = amount * model.weights().of(clue);
        shifts.add(new Shift(new Code.Seen(clue, amount), clue.factor(), size));
      }
    }
    return shifts;
  }

  private Complaint worst() {
    Complaint worst = seen.complaints().getFirst();
    for (Complaint other : seen.complaints()) {
      if (shift(other) > shift(worst)) {
        worst = other;
      }
    }
    return worst;
  }

  /** The failure is what the best of recoveries leaves; the recovery is the rest. */
  private void complaint(List<Shift> shifts, Complaint worst) {
    double size = shift(worst);
    double failure = Math.min(size, shift(worst.severity(), BEST));
    Code recovery =
        switch (worst.handlingAt(asOf)) {
          case Handling.Open(CostTier tier) -> new Code.NotMadeGood(worst.madeAt(), tier);
          case Handling.GivenUp _, Handling.Silent _ -> new Code.NeverMadeGood(worst.madeAt());
          case Handling.Resolved made -> new Code.MadeGood(made.delay());
        };
    shifts.add(new Shift(new Code.Failed(worst.severity()), Factor.FAILURE, failure));
    shifts.add(new Shift(recovery, Factor.RECOVERY, size - failure));
  }

  private double shift(Complaint complaint) {
    return shift(complaint.severity(), complaint.handlingAt(asOf));
  }

  private double shift(Severity severity, Handling handling) {
    return model.shift(new Trouble(severity, handling), guest.arrivals().survived());
  }
}
