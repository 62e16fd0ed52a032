package io.amends.scorer.domain.watch;

import io.amends.contracts.CaseId;
import io.amends.scorer.domain.score.Urgency.Waiting;

/** A case that is not made good, and what it costs to let it wait. */
public record OpenCase(CaseId caseId, Waiting waiting) {}
