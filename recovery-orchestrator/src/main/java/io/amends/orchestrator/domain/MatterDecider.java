package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.CaseMerged;
import io.amends.contracts.recovery.RecoveryEvent.DuplicateSuggested;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectDetection;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectSeverity;
import io.amends.orchestrator.domain.RecoveryCommand.JoinReport;
import io.amends.orchestrator.domain.RecoveryCommand.MergeInto;
import io.amends.orchestrator.domain.RecoveryCommand.OfMatter;
import io.amends.orchestrator.domain.RecoveryCommand.RollDate;
import io.amends.orchestrator.domain.RecoveryCommand.SuggestDuplicate;
import io.amends.orchestrator.domain.RecoveryCommand.SwitchPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of what a case is about: how bad, since when, by what values, and the same as what. */
final class MatterDecider {

  private static final Decision ALREADY = new Moot(Why.ALREADY_DONE);

  private final Policies policies;

  MatterDecider(Policies policies) {
    this.policies = policies;
  }

  Decision decide(RecoveryCase state, OfMatter command) {
    return switch (state.course()) {
      case Course.NotOpened _ ->
          command instanceof MergeInto c && c.asked().as() == Role.SYSTEM
              ? done(new CaseMerged(state.stampFor(c.asked()), c.into()))
              : Decision.refused(new Code.NotOpenYet());
      case Course.Open open -> open(state, open, command);
      case Course.Closed(var was, _) -> closed(state, was, command);
      case Course.Merged(_, var into, _) -> Decision.refused(new Code.MergedInto(into));
    };
  }

  private Decision open(RecoveryCase state, Course.Open open, OfMatter command) {
    return switch (command) {
      case JoinReport c when isKnown(state, open, c) -> ALREADY;
      case JoinReport c -> Joining.toOpen(state, open, c);
      case SuggestDuplicate c when open.same().isSuggested(c.suggested().other()) -> ALREADY;
      case SuggestDuplicate c ->
          done(new DuplicateSuggested(state.stampFor(c.asked()), c.suggested()));
      case MergeInto c -> merge(state, open, c);
      case CorrectSeverity c -> Correction.severity(state, open, c);
      case CorrectDetection c -> Correction.detection(state, open, c);
      case SwitchPolicy c -> switchTo(state, open, c);
      case RollDate c -> DateRoll.of(state, open, c);
    };
  }

  private static Decision closed(RecoveryCase state, Course.Open was, OfMatter command) {
    return switch (command) {
      case JoinReport c when isKnown(state, was, c) -> ALREADY;
      case JoinReport c -> Joining.toClosed(state, was, c);
      case MergeInto c -> merge(state, was, c);
      case SuggestDuplicate _, CorrectSeverity _, CorrectDetection _, SwitchPolicy _, RollDate _ ->
          new Moot(Why.CASE_CLOSED);
    };
  }

  private static boolean isKnown(RecoveryCase state, Course.Open open, JoinReport c) {
    return c.report().told().equals(state.of()) || open.same().hasJoined(c.report().told());
  }

  /** Whoever merges has been shown that it may be the same. */
  private static Decision merge(RecoveryCase state, Course.Open open, MergeInto c) {
    Optional<Decision> notByThis = Ranks.refusedBelow(Role.SUPERVISOR, c.asked().as());
    if (notByThis.isPresent()) {
      return notByThis.get();
    }
    return open.same().isSuggested(c.into())
        ? new Decision.Done(merged(state, open, c))
        : Decision.refused(new Code.NotSuggested(c.into()));
  }

  /** What somebody was still asked to approve is asked again where it belongs. */
  private static List<RecoveryEvent> merged(RecoveryCase state, Course.Open open, MergeInto c) {
    List<RecoveryEvent> events = new ArrayList<>(Approvals.declineAll(state, open, c.asked()));
    events.add(new CaseMerged(state.stampFor(c.asked(), events.size()), c.into()));
    return events;
  }

  private Decision switchTo(RecoveryCase state, Course.Open open, SwitchPolicy c) {
    Optional<Decision> notByThis = Ranks.refusedBelow(Role.GENERAL_MANAGER, c.asked().as());
    if (notByThis.isPresent()) {
      return notByThis.get();
    }
    Optional<CasePolicy> other = policies.of(open.facts(), c.policy());
    if (other.isEmpty()) {
      return new Refused(List.of(new Code.NoSuchPolicy(c.policy())), Set.of());
    }
    return other.get().equals(open.policy())
        ? ALREADY
        : done(Correction.policy(state, open, c.asked(), other.get()));
  }
}
