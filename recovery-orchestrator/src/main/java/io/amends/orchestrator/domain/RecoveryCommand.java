package io.amends.orchestrator.domain;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Department;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.JoinedReport;
import io.amends.contracts.recovery.RootCause;
import io.amends.contracts.recovery.SameMatter;
import io.amends.contracts.time.NightAudit;
import java.time.Instant;
import java.util.List;
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

  /** Asks the part that says what was promised. */
  sealed interface OfPromises extends RecoveryCommand {}

  /** Asks what it is about: how bad, since when, by what values, and the same as what. */
  sealed interface OfMatter extends RecoveryCommand {}

  /**
   * The same thing was told once more.
   *
   * @param byItself whether it was recognised by guest, stay and issue; else a person merged it
   */
  record JoinReport(Asked asked, JoinedReport report, boolean byItself) implements OfMatter {}

  record SuggestDuplicate(Asked asked, SameMatter.Suggested suggested) implements OfMatter {}

  record MergeInto(Asked asked, CaseRef into) implements OfMatter {}

  /** The hotel's system has run its night audit. */
  record RollDate(Asked asked, NightAudit audit) implements OfMatter {}

  /** It is as bad as that; {@code reason} is a code. */
  record CorrectSeverity(Asked asked, Severity severity, String reason) implements OfMatter {}

  /** It first became known then; {@code reason} is a code. */
  record CorrectDetection(Asked asked, Instant detectedAt, String reason) implements OfMatter {}

  /** {@code policy} is {@code <scope>/<kind>@<version>}. */
  record SwitchPolicy(Asked asked, String policy) implements OfMatter {}

  /** A complaint asks for a case, with the values by which it is to be handled. */
  record OpenCase(Asked asked, CaseFacts facts, CasePolicy policy) implements OfCourse {}

  record CloseCase(Asked asked) implements OfCourse {}

  /** It was not good after all. */
  record ReopenCase(Asked asked) implements OfCourse {}

  /**
   * The guest was asked, or wrote by themselves, how it was.
   *
   * @param answered null if nobody asked for marks
   */
  record RecordFollowUp(Asked asked, @Nullable Answered answered) implements OfCourse {}

  record HandOver(Asked asked, Department to) implements OfCourse {}

  record AcceptHandOver(Asked asked) implements OfCourse {}

  record MoveRoom(Asked asked, String room) implements OfCourse {}

  record ChangeStay(Asked asked, Instant departureAt) implements OfCourse {}

  /** The guest is known under another id from now on. */
  record LinkGuest(Asked asked, GuestId to) implements OfCourse {}

  /** The stay is over; {@code at} as the hotel has it. */
  record GuestLeaves(Asked asked, Instant at) implements OfCourse {}

  record AcknowledgeComplaint(Asked asked) implements OfCare {}

  record ApologiseToGuest(Asked asked) implements OfCare {}

  record ReportFixDone(Asked asked) implements OfCare {}

  record UpdateGuest(Asked asked) implements OfCare {}

  record AnswerPublicly(Asked asked) implements OfCare {}

  record AnswerAuthority(Asked asked) implements OfCare {}

  record SetRootCause(Asked asked, RootCause rootCause) implements OfCare {}

  /** {@code prevention}: the name of a record of what is done so that it happens no more. */
  record LinkPrevention(Asked asked, String prevention) implements OfCare {}

  /** Clocks stand still; {@code reason} is a code of the policy. */
  record PauseClocks(Asked asked, String reason) implements OfPromises {}

  record ResumeClocks(Asked asked, String reason) implements OfPromises {}

  /**
   * Somebody gives the guest something.
   *
   * @param part whether what the own limit allows is given at once, and only the rest asked for
   * @param earlier what the same guest was given in other cases, over all hotels
   */
  record GrantRemedy(Asked asked, Wish wish, boolean part, List<Earlier> earlier)
      implements OfRemedies {

    public GrantRemedy {
      earlier = List.copyOf(earlier);
    }

    public GrantRemedy(Asked asked, Wish wish) {
      this(asked, wish, false, List.of());
    }

    /** The same of a guest of whom more is known. */
    public GrantRemedy knowing(List<Earlier> known) {
      return new GrantRemedy(asked, wish, part, known);
    }
  }

  /** What a guest was given in another case, at face value, and when. */
  record Earlier(Instant at, Nights nights) {}

  /**
   * What somebody wishes to give: worth money, or points, or a thing that the policy names.
   *
   * @param money what it is worth in the property's currency; null if it is points or a thing
   * @param item its name in the policy's list of worths
   * @param correction whether it only gives back what was charged wrongly
   * @param reason why, in the giver's words
   */
  record Wish(
      RemedyType type,
      @Nullable Money money,
      @Nullable Long points,
      @Nullable String item,
      boolean correction,
      @Nullable String reason) {}

  /** A colleague may give it; {@code number} of the remedy in the case. */
  record ApproveRemedy(Asked asked, int number, @Nullable String reason) implements OfRemedies {}

  record RefuseRemedy(Asked asked, int number, String reason) implements OfRemedies {}

  record TakeBackRemedy(Asked asked, int number, String reason) implements OfRemedies {}

  /**
   * A month's budget has answered.
   *
   * @param reservation which of its answers
   * @param left of that month
   */
  record BudgetAnswered(Asked asked, int number, String reservation, boolean granted, Nights left)
      implements OfRemedies {}

  /** The guest has it in hand; {@code number} of the remedy in the case. */
  record ReachGuest(Asked asked, int number) implements OfRemedies {}

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
