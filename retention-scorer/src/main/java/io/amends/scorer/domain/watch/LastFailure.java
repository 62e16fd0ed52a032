package io.amends.scorer.domain.watch;

import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;

/** What went wrong for a guest last, and where. */
public record LastFailure(PropertyId propertyId, CaseId caseId, FailureType type) {}
