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
    properties = Set.copyOf(properties);
  }

  /** What may be asked. */
  public enum Verb {
    ACKNOWLEDGE,
    APOLOGISE,
    FIX_DONE,
    /** The guest was told how it goes. */
    UPDATE_GUEST,
    GRANT_REMEDY,
    /** What was granted has reached the guest. */
    REMEDY_REACHED,
    SET_ROOT_CAUSE,
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
    /** What is done so that it happens to nobody again has a name. */
    LINK_PREVENTION,
    /** Asked by the house alone: a report of another case joins this one. */
    JOIN_REPORT,
    /** Asked by the house alone: another case may be about the same. */
    SUGGEST_DUPLICATE;

    /** Whether people may ask it; the others are asked by the house. */
    public boolean isForPeople() {
      return this != JOIN_REPORT && this != SUGGEST_DUPLICATE;
    }
  }

  /**
   * What a verb needs beside itself.
   *
   * @param number which of several: of remedies, from 1
   * @param reason a code: of the policy, such as {@code WAITING_FOR_GUEST}, or of a correction
   * @param policy {@code <scope>/<kind>@<version>}
   * @param other the case that it is the same as
   * @param prevention the name of the record of what is done about it
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
      @Nullable Severity severity,
      @Nullable Instant detectedAt,
      @Nullable String policy,
      @Nullable CaseRef other,
      @Nullable String prevention,
      @Nullable JoinedReport report,
      SameMatter.@Nullable Suggested suggested) {

    /** For verbs that need nothing. */
    public static final Details NONE =
        new Details(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    /** A remedy, or a cause. */
    public static Details of(
        @Nullable RemedyType remedy,
        @Nullable Money worth,
        @Nullable Long points,
        @Nullable RootCause rootCause) {
      return new Details(
          remedy, worth, points, rootCause, null, null, null, null, null, null, null, null, null,
          null, null);
    }

    /** A report that joins. */
    public static Details of(JoinedReport report) {
      return new Details(
          null, null, null, null, null, null, null, null, null, null, null, null, null, report,
          null);
    }

    /** A case that may be the same. */
    public static Details of(SameMatter.Suggested suggested) {
      return new Details(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          suggested);
    }
  }
}
