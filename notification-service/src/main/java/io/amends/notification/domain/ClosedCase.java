package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that was closed.
 *
 * @param answer what the guest said of the recovery
 * @param authority whether an authority had asked about it
 * @param failedTwice whether something failed on top of the failure
 * @param issue what it was about; null: it was closed before this was kept
 */
public record ClosedCase(
    CaseId caseId,
    Instant at,
    Answer answer,
    boolean authority,
    boolean failedTwice,
    @Nullable String issue) {

  /** How the guest found it. */
  public enum Answer {
    NONE,
    SATISFIED,
    NOT_SATISFIED
  }

  ClosedCase answered(Answer how) {
    return new ClosedCase(caseId, at, how, authority, failedTwice, issue);
  }
}
