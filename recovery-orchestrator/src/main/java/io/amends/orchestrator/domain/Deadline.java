package io.amends.orchestrator.domain;

import io.amends.contracts.CaseRef;
import java.time.Instant;

/**
 * Something that happens to a case at {@code dueAt} (UTC, milliseconds) unless it is kept from it.
 *
 * @param detail which tier, pause, reservation, promise, warning or rung: tells it from others of
 *     its kind
 */
public record Deadline(CaseRef of, Kind kind, String detail, Instant dueAt) {

  /** What happens; of the same instant, in this order. */
  public enum Kind {
    /** A dearer tier begins. */
    TIER,
    /** A pause has lasted as long as one may. */
    PAUSE,
    /** A month's budget was waited for long enough. */
    BUDGET,
    /** A promise breaks, or the time to ask back has come. */
    PROMISE,
    /** An owner is warned that a promise runs out. */
    WARNING,
    /** Somebody is alerted. */
    ALERT,
    /** A case that was closed long ago is forgotten. */
    FORGET;
  }
}
