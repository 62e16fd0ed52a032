package io.amends.scorer.domain.watch;

import io.amends.scorer.domain.score.Crossings.Standing;
import io.amends.scorer.domain.score.RiskScore;
import java.util.List;

/**
 * A score that is worth telling.
 *
 * @param before where the guest stood when the risk was told last
 * @param openCases what waiting costs in each
 * @param alert whether somebody should act: the guest stands worse, by something that is no history
 */
public record Telling(
    RiskScore score, Standing before, Standing now, List<OpenCase> openCases, boolean alert) {

  public Telling {
    openCases = List.copyOf(openCases);
  }

  /** Whether the guest counts as lost from now on, by something that is no history. */
  public boolean defected() {
    return alert && now.gone() && !before.gone();
  }
}
