package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.HotelPolicy.Surveys;
import io.amends.notification.domain.Gate.Reason;
import java.time.Instant;
import java.util.Optional;

/** Whether a survey that was planned is still to be sent: asked once more when it would go out. */
final class StillToAsk {

  private StillToAsk() {}

  /** Why it is not any more, after what has become of the case; empty: it is. */
  static Optional<Reason> refusal(Draft draft, Guest guest) {
    CaseId caseId = draft.message().caseId();
    if (caseId == null) { // about a stay: who has an open case is not sent a form as well
      return guest.openCases().isEmpty() ? Optional.empty() : Optional.of(Reason.CASE_OPEN);
    }
    OpenCase open = guest.open(caseId);
    return open == null
        ? guest.closed(caseId).flatMap(StillToAsk::closed)
        : failedSince(draft, open)
            .or(
                () ->
                    open.done().contains(OpenCase.Done.ANSWERED)
                        ? Optional.of(Reason.DONE_ALREADY)
                        : Optional.empty());
  }

  /** What was about an earlier cycle of a case comes too late. */
  static Optional<Reason> failedSince(Draft draft, OpenCase open) {
    return draft
        .find(SurveyPlan.CYCLE)
        .map(Integer::valueOf)
        .filter(cycle -> cycle < open.now().cycle())
        .map(_ -> Reason.FAILED_AGAIN);
  }

  private static Optional<Reason> closed(ClosedCase closed) {
    if (closed.ending() == ClosedCase.Ending.BY_CLOCK
        || closed.ending() == ClosedCase.Ending.MERGED) {
      return Optional.of(Reason.CASE_CLOSED);
    }
    return closed.answer() == ClosedCase.Answer.NONE
        ? Optional.empty()
        : Optional.of(Reason.DONE_ALREADY);
  }

  /** Until when a conversation goes on that no form is sent into; empty: it is quiet. */
  static Optional<Instant> quietUntil(Draft draft, Guest guest, Instant now, Surveys policy) {
    OpenCase open = guest.open(draft.message().caseId());
    return draft.message().purpose() != Purpose.SURVEY || open == null || open.spokenAt() == null
        ? Optional.empty()
        : Optional.of(open.spokenAt().plus(policy.afterRecovery().inHouse().quietFor()))
            .filter(now::isBefore);
  }
}
