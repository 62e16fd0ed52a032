package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.policy.HotelPolicy.Surveys;
import io.amends.contracts.recovery.Answered;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A case that was closed.
 *
 * @param answer what the guest said of the recovery
 * @param authority whether an authority had asked about it
 * @param failedTwice whether something failed on top of the failure
 * @param issue what it was about; null: it was closed before this was kept
 * @param ending how it ended; null: it was closed before this was kept
 */
public record ClosedCase(
    CaseId caseId,
    Instant at,
    Answer answer,
    boolean authority,
    boolean failedTwice,
    @Nullable String issue,
    @Nullable Ending ending) {

  /** How a case ends. */
  public enum Ending {
    BY_PERSON,
    /** Nobody has closed it but time. */
    BY_CLOCK,
    /** It goes on as part of another. */
    MERGED
  }

  /** How the guest found it. */
  public enum Answer {
    NONE,
    /** The guest was heard, and said nothing that could be counted. */
    HEARD,
    SATISFIED,
    NOT_SATISFIED;

    /** Content is who says nothing that asks for a second recovery. */
    public static Answer of(Answered answered, Surveys.ReopenIf policy) {
      Integer score = answered.score();
      boolean content =
          (score == null || score > policy.scoreAtMost())
              && Stream.of(
                      answered.outcomeJustice(),
                      answered.proceduralJustice(),
                      answered.interactionalJustice())
                  .flatMap(Stream::ofNullable)
                  .allMatch(justice -> justice > policy.anyJusticeAtMost());
      return content ? SATISFIED : NOT_SATISFIED;
    }
  }

  ClosedCase answered(Answer how) {
    return new ClosedCase(caseId, at, how, authority, failedTwice, issue, ending);
  }
}
