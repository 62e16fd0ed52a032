package io.amends.orchestrator.domain;

import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.ApologyMade;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.DelayEnded;
import io.amends.contracts.recovery.RecoveryEvent.FixDone;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpAnswered;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.OfCost;
import io.amends.contracts.recovery.RecoveryEvent.OfLadder;
import io.amends.contracts.recovery.RecoveryEvent.OfPromises;
import io.amends.contracts.recovery.RecoveryEvent.OfRemedies;
import io.amends.contracts.recovery.RecoveryEvent.RootCauseFound;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.AcknowledgeComplaint;
import io.amends.orchestrator.domain.RecoveryCommand.ApologiseToGuest;
import io.amends.orchestrator.domain.RecoveryCommand.OfCare;
import io.amends.orchestrator.domain.RecoveryCommand.RecordFollowUp;
import io.amends.orchestrator.domain.RecoveryCommand.ReportFixDone;
import io.amends.orchestrator.domain.RecoveryCommand.SetRootCause;
import java.util.ArrayList;
import java.util.List;

/** The rules of what is done for the guest. */
final class CareDecider {

  private static final Decision ALREADY = new Moot(Why.ALREADY_DONE);

  Decision decide(RecoveryCase state, Course.Open open, OfCare command) {
    Care care = state.care();
    return switch (command) {
      case AcknowledgeComplaint c when care.acknowledgedAt() == null ->
          Decision.done(new ComplaintAcknowledged(state.stampFor(c.asked())));
      case ApologiseToGuest c when care.apologisedAt() == null -> apologise(state, open, c);
      case ReportFixDone c when care.fixedAt() == null -> fix(state, open, c);
      case SetRootCause c when !c.rootCause().equals(care.rootCause()) ->
          Decision.done(new RootCauseFound(state.stampFor(c.asked()), c.rootCause()));
      case RecordFollowUp c when !care.followedUp() ->
          Decision.done(new FollowUpAnswered(state.stampFor(c.asked())));

      case AcknowledgeComplaint _,
          ApologiseToGuest _,
          ReportFixDone _,
          SetRootCause _,
          RecordFollowUp _ ->
          ALREADY;
    };
  }

  /** Whoever apologises has spoken to the guest, so the guest knows that somebody has it. */
  private static Decision apologise(RecoveryCase state, Course.Open open, ApologiseToGuest c) {
    List<RecoveryEvent> events = new ArrayList<>();
    if (state.care().acknowledgedAt() == null) {
      events.add(new ComplaintAcknowledged(state.stampFor(c.asked())));
    }
    events.add(new ApologyMade(state.stampFor(c.asked(), events.size())));
    if (state.care().fixedAt() != null) {
      endDelay(state, open, c.asked(), events);
    }
    return new Decision.Done(events);
  }

  private static Decision fix(RecoveryCase state, Course.Open open, ReportFixDone c) {
    List<RecoveryEvent> events = new ArrayList<>();
    events.add(
        new FixDone(state.stampFor(c.asked()), c.asked().at().plus(open.policy().checkBack())));
    if (state.care().apologisedAt() != null) {
      endDelay(state, open, c.asked(), events);
    }
    return new Decision.Done(events);
  }

  private static void endDelay(
      RecoveryCase state, Course.Open open, Asked asked, List<RecoveryEvent> events) {
    events.add(new DelayEnded(state.stampFor(asked, events.size()), state.cost().current().tier()));
    boolean askedBack =
        state.care().fixedAt() != null && state.promises().running(Clock.CHECK_BACK).isEmpty();
    if (askedBack || MakingGood.isEnough(state.remedies().given(), state, open)) {
      events.add(MakingGood.event(state, open, asked, asked.at(), events.size()));
    }
  }

  /**
   * Folds one event into the part.
   *
   * @throws IllegalStateException if the stored history is damaged
   */
  Care evolve(Care part, RecoveryEvent event) {
    return switch (event) {
      case ComplaintAcknowledged e when part.acknowledgedAt() == null ->
          part.withAcknowledged(e.stamp().occurredAt());
      case ApologyMade e when part.apologisedAt() == null ->
          part.withApologised(e.stamp().occurredAt());
      case FixDone e when part.fixedAt() == null -> part.withFixed(e.stamp().occurredAt());
      case DelayEnded e when part.delayEndedAt() == null ->
          part.withDelayEnded(e.stamp().occurredAt());
      case MadeGood e when part.madeGoodAt() == null -> part.withMadeGood(e.stamp().occurredAt());
      case RootCauseFound e -> part.withRootCause(e.rootCause());
      case FollowUpAnswered _ when !part.followedUp() -> part.withFollowedUp();
      case CaseOpened _,
          RecoveryEvent.CaseClosed _,
          OfPromises _,
          OfCost _,
          OfLadder _,
          OfRemedies _ ->
          part;

      case ComplaintAcknowledged _,
          ApologyMade _,
          FixDone _,
          DelayEnded _,
          MadeGood _,
          FollowUpAnswered _ ->
          throw Damage.of(event, part);
    };
  }
}
