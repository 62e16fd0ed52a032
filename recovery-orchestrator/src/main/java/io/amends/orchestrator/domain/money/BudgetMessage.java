package io.amends.orchestrator.domain.money;

import io.amends.contracts.CaseRef;
import io.amends.contracts.Nights;

/**
 * What a case asks of a month's budget.
 *
 * @param reservation tells it from all others, and a repeat is the same
 * @param limit of that month, as the case has pinned it
 * @param of the case that asks
 * @param remedy for which
 */
public record BudgetMessage(
    Kind kind,
    String budget,
    String reservation,
    Nights nights,
    Nights limit,
    CaseRef of,
    int remedy) {

  /** What is asked. */
  public enum Kind {
    /** Alone is answered. */
    RESERVE,
    COMMIT,
    /** It was set aside for nothing. */
    RELEASE,
    /** It was given and taken back. */
    REVERSE
  }
}
