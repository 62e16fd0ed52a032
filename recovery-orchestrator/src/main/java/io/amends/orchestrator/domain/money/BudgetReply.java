package io.amends.orchestrator.domain.money;

import io.amends.contracts.CaseRef;
import io.amends.contracts.Nights;

/**
 * What a month's budget answers.
 *
 * @param left of that month after it
 */
public record BudgetReply(
    CaseRef of, int remedy, String reservation, boolean granted, Nights left) {}
