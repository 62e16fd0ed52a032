package io.amends.scorer.domain.watch;

import io.amends.scorer.domain.score.Crossings.Standing;
import io.amends.scorer.domain.score.RiskScore;

/**
 * A score that is worth telling.
 *
 * @param before where the guest stood when the risk was told last
 * @param alert whether somebody should act: the guest stands worse, by something that is no history
 */
public record Telling(RiskScore score, Standing before, Standing now, boolean alert) {}
