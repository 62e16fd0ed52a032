package io.amends.scorer.domain.reading;

import io.amends.scorer.domain.evidence.Complaint;
import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.evidence.Handling;
import io.amends.scorer.domain.evidence.SilentFailure;
import io.amends.scorer.domain.evidence.Trouble;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.statistics.Statistics;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evidence on a decision, without its times: what it weighs once it is in full effect. This is
 * what a fit learns from.
 *
 * @param trouble the worst failure, null if there was none
 * @param clues that were seen, with their amounts, in the order of their kinds
 */
public record Evidence(@Nullable Trouble trouble, Map<Clue, Integer> clues) {

  public Evidence {
    clues = clues.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(clues));
  }

  public static Evidence of(Statistics guest, Instant asOf) {
    Map<Clue, Integer> seen = new EnumMap<>(Clue.class);
    for (Clue clue : Clue.values()) {
      int amount = Clues.amount(clue, guest, asOf);
      if (amount != 0) {
        seen.put(clue, amount);
      }
    }
    return new Evidence(worst(guest.episode(), asOf), seen);
  }

  /** By how much all of it raises the log odds of leaving. */
  public double shift(RiskModel model, int survived) {
    double sum = trouble == null ? 0 : model.shift(trouble, survived);
    for (Map.Entry<Clue, Integer> clue : clues.entrySet()) {
      sum += clue.getValue() * model.weights().of(clue.getKey());
    }
    return sum;
  }

  /**
   * The worst by the prior table, so that what a fit learns does not change what it learns from.
   */
  private static @Nullable Trouble worst(Episode seen, Instant asOf) {
    SilentFailure silent = seen.silent();
    Trouble worst =
        silent == null || !seen.complaints().isEmpty()
            ? null
            : new Trouble(silent.severity(), new Handling.Silent());
    for (Complaint complaint : seen.complaints()) {
      Trouble one = new Trouble(complaint.severity(), complaint.handlingAt(asOf));
      if (worst == null || Priors.MODEL.shift(one, 0) > Priors.MODEL.shift(worst, 0)) {
        worst = one;
      }
    }
    return worst;
  }
}
