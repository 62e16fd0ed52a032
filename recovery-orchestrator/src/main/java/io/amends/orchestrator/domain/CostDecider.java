package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;

import io.amends.contracts.recovery.AlertStep.Cause;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseMerged;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.DelayEnded;
import io.amends.contracts.recovery.RecoveryEvent.DoubleDeviationFound;
import io.amends.contracts.recovery.RecoveryEvent.DuplicateSuggested;
import io.amends.contracts.recovery.RecoveryEvent.HandOverAccepted;
import io.amends.contracts.recovery.RecoveryEvent.HandedOver;
import io.amends.contracts.recovery.RecoveryEvent.OfCare;
import io.amends.contracts.recovery.RecoveryEvent.OfLadder;
import io.amends.contracts.recovery.RecoveryEvent.OfPromises;
import io.amends.contracts.recovery.RecoveryEvent.OfRemedies;
import io.amends.contracts.recovery.RecoveryEvent.PolicySwitched;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.ReportJoined;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.contracts.recovery.TierStart;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import java.util.List;
import java.util.Optional;

/** The rules of the 1-10-100 rule: fix and apology stop it, not closing. */
final class CostDecider {

  Decision decide(RecoveryCase state, Course.Open open, DeadlineReached command) {
    Optional<TierStart> next =
        state
            .cost()
            .toCome()
            .findFirst()
            .filter(tier -> tier.tier().name().equals(command.deadline().detail()))
            .filter(tier -> tier.from().equals(command.deadline().dueAt()));
    return next.<Decision>map(
            tier ->
                done(
                    new TierEntered(
                        state.stampFor(command.asked()),
                        tier,
                        tier.exposure().at(open.facts().place().referenceNight()),
                        List.of(
                            LadderPlan.one(open, Cause.OWNER_NAMED, tier.owner(), tier.from())))))
        .orElse(new Moot(Why.PROMISE_NOT_RUNNING));
  }

  /**
   * Folds one event into the part.
   *
   * @throws IllegalStateException if the stored history is damaged
   */
  Cost evolve(Cost part, RecoveryEvent event) {
    return switch (event) {
      case CaseOpened e -> new Cost(e.tiers(), 1, false);
      case CaseReopened e -> new Cost(e.tiers(), 1, false);
      case SituationChanged e -> part.changed(e.tiers());
      case PolicySwitched e -> part.changed(e.tiers());
      case ReportJoined e -> e.tiers().isEmpty() ? part : part.changed(e.tiers());
      case TierEntered e when part.toCome().findFirst().filter(e.tier()::equals).isPresent() ->
          part.next();
      case PromiseBroken e ->
          e.ladder().stream()
              .filter(step -> step.cause() == Cause.OWNER_NAMED)
              .findFirst()
              .map(step -> part.ownedBy(step.role()))
              .orElse(part);
      case DelayEnded _, CaseClosed _, CaseMerged _ -> part.stop();
      case DuplicateSuggested _,
          DoubleDeviationFound _,
          HandedOver _,
          HandOverAccepted _,
          OfCare _,
          OfPromises _,
          OfLadder _,
          OfRemedies _ ->
          part;

      case TierEntered _ -> throw Damage.of(event, part);
    };
  }
}
