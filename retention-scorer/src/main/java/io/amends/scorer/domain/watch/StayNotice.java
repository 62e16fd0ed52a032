package io.amends.scorer.domain.watch;

import io.amends.contracts.retention.StayAlert.Occasion;
import io.amends.scorer.domain.score.Crossings.Standing;
import io.amends.scorer.domain.score.RiskScore;

/** A guest who was let down is within reach. */
public record StayNotice(
    Occasion occasion, RiskScore score, Standing standing, LastFailure failure) {}
