package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Department;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.Sorted;
import io.amends.contracts.time.NightAudit;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a case. Internal to the orchestrator: the way in is its API. It is asked
 * when it is appended.
 *
 * @param commandId chosen by the caller; a repeat gets the same answer
 * @param properties for which the role holds; {@code *}: all
 * @param role in which the actor asks, from the token or the link
 */
@JsonTypeName("amends.recovery.command-asked.v1")
public record CommandAsked(
    String commandId,
    GuestId guestId,
    CaseId caseId,
    Verb verb,
    Actor actor,
    Role role,
    Set<String> properties,
    @Nullable Details details) {

  public CommandAsked {
    properties = Sorted.copyOf(properties);
  }

  /** What may be asked. */
  public enum Verb {
    ACKNOWLEDGE,
    APOLOGISE,
    FIX_DONE,
    /** The guest was told how it goes. */
    UPDATE_GUEST,
    GRANT_REMEDY,
    /** A colleague may give what was asked for. */
    APPROVE_REMEDY,
    /** No; with a reason. */
    REFUSE_REMEDY,
    /** What was given is taken back; with a reason. */
    TAKE_BACK_REMEDY,
    /** What was granted has reached the guest. */
    REMEDY_REACHED,
    SET_ROOT_CAUSE,
    /** A record of what is done so that it does not happen again. */
    LINK_PREVENTION,
    /** The guest was asked how it was, and what came of it. */
    FOLLOW_UP_ANSWERED,
    /** It goes to another department. */
    HAND_OVER,
    /** That department has taken it. */
    ACCEPT_HAND_OVER,
    /** Clocks stand still for a reason of the policy. */
    PAUSE,
    RESUME,
    /** What stands in public was answered there. */
    ANSWER_PUBLICLY,
    ANSWER_AUTHORITY,
    /** It was not good after all. */
    REOPEN,
    CLOSE,
    /** It is as bad as this. */
    CORRECT_SEVERITY,
    /** It first became known then. */
    CORRECT_DETECTION,
    /** It is handled by another version of the policy from now on. */
    SWITCH_POLICY,
    /** It is about the same as another case, and becomes part of that. */
    MERGE,
    /** Asked by the house alone: a report of another case joins this one. */
    JOIN_REPORT,
    /** Asked by the house alone: another case may be about the same. */
    SUGGEST_DUPLICATE,
    /** Asked by the house alone: the night audit was run. */
    ROLL_DATE;

    /** Whether people may ask it; the others are asked by the house. */
    public boolean isForPeople() {
      return this != JOIN_REPORT && this != SUGGEST_DUPLICATE && this != ROLL_DATE;
    }
  }

  /**
   * What a verb needs beside itself.
   *
   * @param number which of several: of remedies, from 1
   * @param reason why clocks stand still, a code of the policy such as {@code WAITING_FOR_GUEST};
   *     why something is given, refused or taken back, up to 200 characters that name no guest; why
   *     something is corrected, a code
   * @param item what is given, by its name in the policy's list of worths, instead of worth or
   *     points
   * @param prevention the name of a prevention record, 1 to 80 of A-Z a-z 0-9 . _ : -
   * @param correction whether a refund only gives back what was charged wrongly
   * @param policy {@code <scope>/<kind>@<version>}
   * @param other the case that it is the same as
   * @param part whether what the own limit allows is given at once, and only the rest asked for
   * @param audit the night audit that was run
   */
  public record Details(
      @Nullable RemedyType remedy,
      @Nullable Money worth,
      @Nullable Long points,
      @Nullable RootCause rootCause,
      @Nullable Integer number,
      @Nullable String reason,
      @Nullable Department department,
      @Nullable Answered answered,
      @Nullable String item,
      @Nullable Boolean correction,
      @Nullable String prevention,
      @Nullable Severity severity,
      @Nullable Instant detectedAt,
      @Nullable String policy,
      @Nullable CaseRef other,
      @Nullable JoinedReport report,
      SameMatter.@Nullable Suggested suggested,
      @Nullable Boolean part,
      @Nullable NightAudit audit) {

    /** For verbs that need nothing. */
    public static final Details NONE = of(null, null, null, null);

    /** A remedy, or a cause. */
    public static Details of(
        @Nullable RemedyType remedy,
        @Nullable Money worth,
        @Nullable Long points,
        @Nullable RootCause rootCause) {
      return of(remedy, worth, points, rootCause, null, null);
    }

    /** One of several, and why. */
    public static Details of(int number, @Nullable String reason) {
      return new Details(
          null, null, null, null, number, reason, null, null, null, null, null, null, null, null,
          null, null, null, null, null);
    }

    /** A report that joins. */
    public static Details of(JoinedReport report) {
      return of(null, null, null, null, report, null);
    }

    /** A case that may be the same. */
    public static Details of(SameMatter.Suggested suggested) {
      return of(null, null, null, null, null, suggested);
    }

    /** A night audit. */
    public static Details of(NightAudit audit) {
      return new Details(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, audit);
    }

    private static Details of(
        @Nullable RemedyType remedy,
        @Nullable Money worth,
        @Nullable Long points,
        @Nullable RootCause rootCause,
        @Nullable JoinedReport report,
        SameMatter.@Nullable Suggested suggested) {
      return new Details(
          remedy, worth, points, rootCause, null, null, null, null, null, null, null, null, null,
          null, null, report, suggested, null, null);
    }
  }
}
