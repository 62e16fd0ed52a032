package io.amends.orchestrator.stream;

import io.amends.contracts.CaseRef;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.JoinedReport;
import io.amends.contracts.recovery.RecoveryEvent.CaseMerged;
import io.amends.orchestrator.domain.Course;
import io.amends.orchestrator.domain.RecoveryCase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the case that another becomes part of is told: each report of the one that ends. */
final class Takeover {

  private Takeover() {}

  /** Nothing for a complaint that was recognised at once: it was told along with it. */
  static List<CommandAsked> of(RecoveryCase before, CaseMerged merged) {
    return switch (before.course()) {
      case Course.Open open -> reports(open, merged);
      case Course.Closed(var was, _) -> reports(was, merged);
      case Course.NotOpened _, Course.Merged _ -> List.of();
    };
  }

  private static List<CommandAsked> reports(Course.Open open, CaseMerged merged) {
    return Stream.concat(Stream.of(own(open, merged.stamp().of())), open.same().joined().stream())
        .map(report -> command(report, merged))
        .toList();
  }

  private static JoinedReport own(Course.Open open, CaseRef of) {
    CaseFacts facts = open.facts();
    return new JoinedReport(
        of,
        facts.source(),
        facts.channel(),
        facts.origin(),
        facts.detectedAt(),
        facts.textId(),
        open.now().open());
  }

  private static CommandAsked command(JoinedReport report, CaseMerged merged) {
    return new CommandAsked(
        report.told().caseId().value() + "/joins",
        merged.into().guestId(),
        merged.into().caseId(),
        Verb.JOIN_REPORT,
        merged.stamp().actor(),
        Role.SYSTEM,
        Set.of("*"),
        CommandAsked.Details.of(report));
  }
}
