package io.amends.orchestrator.domain;

import io.amends.contracts.Actor;
import io.amends.contracts.Money;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.RootCause;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody, or the clock, asks of a recovery case. */
public sealed interface RecoveryCommand {

  Asked asked();

  /** Asks the part of a case that says where it stands. */
  sealed interface OfCourse extends RecoveryCommand {}

  /** Asks the part that says what was done for the guest. */
  sealed interface OfCare extends RecoveryCommand {}

  /** Asks the part that says what the guest receives. */
  sealed interface OfRemedies extends RecoveryCommand {}

  /** A complaint asks for a case, with the plan by which it is to be handled. */
  record OpenCase(Asked asked, CaseFacts facts, CasePlan plan) implements OfCourse {}

  record CloseCase(Asked asked) implements OfCourse {}

  record AcknowledgeComplaint(Asked asked) implements OfCare {}

  record ApologiseToGuest(Asked asked) implements OfCare {}

  record ReportFixDone(Asked asked) implements OfCare {}

  record SetRootCause(Asked asked, RootCause rootCause) implements OfCare {}

  record RecordFollowUp(Asked asked) implements OfCare {}

  /**
   * Somebody gives the guest something.
   *
   * @param money what it is worth in the property's currency; null if it is points
   */
  record GrantRemedy(Asked asked, RemedyType type, @Nullable Money money, @Nullable Long points)
      implements OfRemedies {}

  /**
   * The clock asks, and always with the hour of the promise, however late it is heard.
   *
   * @param readUpTo all that was asked until then is known
   */
  record DeadlineReached(Deadline deadline, Instant readUpTo) implements RecoveryCommand {

    @Override
    public Asked asked() {
      return new Asked(
          deadline.of(), null, Actor.CLOCK, Role.SYSTEM, Set.of("*"), deadline.dueAt());
    }
  }
}
