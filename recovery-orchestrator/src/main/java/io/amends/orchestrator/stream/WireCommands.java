package io.amends.orchestrator.stream;

import io.amends.contracts.CaseRef;
import io.amends.contracts.RemedyType;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.orchestrator.domain.Asked;
import io.amends.orchestrator.domain.RecoveryCommand;
import io.amends.orchestrator.domain.RecoveryCommand.AcceptHandOver;
import io.amends.orchestrator.domain.RecoveryCommand.AcknowledgeComplaint;
import io.amends.orchestrator.domain.RecoveryCommand.AnswerAuthority;
import io.amends.orchestrator.domain.RecoveryCommand.AnswerPublicly;
import io.amends.orchestrator.domain.RecoveryCommand.ApologiseToGuest;
import io.amends.orchestrator.domain.RecoveryCommand.ApproveRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.CloseCase;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectDetection;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectSeverity;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.HandOver;
import io.amends.orchestrator.domain.RecoveryCommand.JoinReport;
import io.amends.orchestrator.domain.RecoveryCommand.LinkPrevention;
import io.amends.orchestrator.domain.RecoveryCommand.MergeInto;
import io.amends.orchestrator.domain.RecoveryCommand.PauseClocks;
import io.amends.orchestrator.domain.RecoveryCommand.ReachGuest;
import io.amends.orchestrator.domain.RecoveryCommand.RecordFollowUp;
import io.amends.orchestrator.domain.RecoveryCommand.RefuseRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.ReopenCase;
import io.amends.orchestrator.domain.RecoveryCommand.ReportFixDone;
import io.amends.orchestrator.domain.RecoveryCommand.ResumeClocks;
import io.amends.orchestrator.domain.RecoveryCommand.RollDate;
import io.amends.orchestrator.domain.RecoveryCommand.SetRootCause;
import io.amends.orchestrator.domain.RecoveryCommand.SuggestDuplicate;
import io.amends.orchestrator.domain.RecoveryCommand.SwitchPolicy;
import io.amends.orchestrator.domain.RecoveryCommand.TakeBackRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.UpdateGuest;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands as they are asked, read for the rules. */
public final class WireCommands {

  private static final int LONGEST_REASON = 200;

  private WireCommands() {}

  /**
   * The command.
   *
   * @param at when it was asked, by the log
   * @throws IllegalArgumentException if the verb needs something that is not there; names the field
   */
  public static RecoveryCommand of(CommandAsked c, Instant at) {
    Asked asked =
        new Asked(
            new CaseRef(c.guestId(), c.caseId()),
            c.verb().isForPeople() ? c.commandId() : null,
            c.actor(),
            c.role(),
            c.properties(),
            at);
    CommandAsked.Details details = c.details() == null ? CommandAsked.Details.NONE : c.details();
    return switch (c.verb()) {
      case ACKNOWLEDGE -> new AcknowledgeComplaint(asked);
      case APOLOGISE -> new ApologiseToGuest(asked);
      case FIX_DONE -> new ReportFixDone(asked);
      case UPDATE_GUEST -> new UpdateGuest(asked);
      case GRANT_REMEDY ->
          new GrantRemedy(asked, wish(details), Boolean.TRUE.equals(details.part()), List.of());
      case APPROVE_REMEDY ->
          new ApproveRemedy(asked, required(details.number(), "details.number"), reason(details));
      case REFUSE_REMEDY ->
          new RefuseRemedy(
              asked,
              required(details.number(), "details.number"),
              required(reason(details), "details.reason"));
      case TAKE_BACK_REMEDY ->
          new TakeBackRemedy(
              asked,
              required(details.number(), "details.number"),
              required(reason(details), "details.reason"));
      case REMEDY_REACHED -> new ReachGuest(asked, required(details.number(), "details.number"));
      case SET_ROOT_CAUSE ->
          new SetRootCause(asked, required(details.rootCause(), "details.rootCause"));
      case LINK_PREVENTION -> new LinkPrevention(asked, prevention(details));
      case FOLLOW_UP_ANSWERED -> new RecordFollowUp(asked, details.answered());
      case HAND_OVER -> new HandOver(asked, required(details.department(), "details.department"));
      case ACCEPT_HAND_OVER -> new AcceptHandOver(asked);
      case PAUSE -> new PauseClocks(asked, required(details.reason(), "details.reason"));
      case RESUME -> new ResumeClocks(asked, required(details.reason(), "details.reason"));
      case ANSWER_PUBLICLY -> new AnswerPublicly(asked);
      case ANSWER_AUTHORITY -> new AnswerAuthority(asked);
      case REOPEN -> new ReopenCase(asked);
      case CLOSE -> new CloseCase(asked);
      case CORRECT_SEVERITY ->
          new CorrectSeverity(
              asked, required(details.severity(), "details.severity"), code(details.reason()));
      case CORRECT_DETECTION ->
          new CorrectDetection(
              asked,
              required(details.detectedAt(), "details.detectedAt").truncatedTo(ChronoUnit.MILLIS),
              code(details.reason()));
      case SWITCH_POLICY -> new SwitchPolicy(asked, required(details.policy(), "details.policy"));
      case MERGE -> new MergeInto(asked, required(details.other(), "details.other"));
      case JOIN_REPORT ->
          new JoinReport(asked, required(details.report(), "details.report"), false);
      case SUGGEST_DUPLICATE ->
          new SuggestDuplicate(asked, required(details.suggested(), "details.suggested"));
      case ROLL_DATE -> new RollDate(asked, required(details.audit(), "details.audit"));
    };
  }

  private static Wish wish(CommandAsked.Details details) {
    RemedyType type = required(details.remedy(), "details.remedy");
    if (type.isWords()) {
      absent(details.worth(), "details.worth", type);
      absent(details.points(), "details.points", type);
      absent(details.item(), "details.item", type);
    }
    return new Wish(
        type,
        details.worth(),
        details.points(),
        details.item(),
        Boolean.TRUE.equals(details.correction()),
        reason(details));
  }

  /** What needs nobody's leave would else be a way around every limit. */
  private static void absent(@Nullable Object value, String name, RemedyType type) {
    if (value != null) {
      throw new IllegalArgumentException(
          "%s: present (expected: absent, %s has no worth)".formatted(name, type));
    }
  }

  /** Words would be somebody's; a code is nobody's. */
  private static String code(@Nullable String reason) {
    return matching(required(reason, "details.reason"), "details.reason", "[A-Z][A-Z0-9_]{1,39}");
  }

  private static String matching(String value, String name, String pattern) {
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException(
          "%s: %d characters (expected: %s)".formatted(name, value.length(), pattern));
    }
    return value;
  }

  private static String prevention(CommandAsked.Details details) {
    String record = required(details.prevention(), "details.prevention");
    if (!record.matches("[A-Za-z0-9._:-]{1,80}")) {
      throw new IllegalArgumentException(
          "details.prevention: %s (expected: 1 to 80 of A-Z a-z 0-9 . _ : -)".formatted(record));
    }
    return record;
  }

  private static @Nullable String reason(CommandAsked.Details details) {
    String reason = details.reason() == null ? null : details.reason().strip();
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "details.reason: %d characters (expected: at most %d)"
              .formatted(reason.length(), LONGEST_REASON));
    }
    return reason == null || reason.isEmpty() ? null : reason;
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException(name + ": absent (expected: what the verb needs)");
    }
    return value;
  }
}
