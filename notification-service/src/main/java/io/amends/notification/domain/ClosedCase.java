package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import java.time.Instant;

/**
 * A case that was closed.
 *
 * @param answer what the guest said of the recovery
 * @param authority whether an authority had asked about it
 */
public record ClosedCase(CaseId caseId, Instant at, Answer answer, boolean authority) {

  /** How the guest found it. */
  public enum Answer {
    NONE,
    SATISFIED,
    NOT_SATISFIED
  }

  ClosedCase answered(Answer how) {
    return new ClosedCase(caseId, at, how, authority);
  }
}
