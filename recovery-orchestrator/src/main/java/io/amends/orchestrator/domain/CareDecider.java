package io.amends.orchestrator.domain;

import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CaseSnapshot.Followed;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.AnsweredPublicly;
import io.amends.contracts.recovery.RecoveryEvent.ApologyMade;
import io.amends.contracts.recovery.RecoveryEvent.AuthorityAnswered;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.DelayEnded;
import io.amends.contracts.recovery.RecoveryEvent.FixDone;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpAnswered;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpExpired;
import io.amends.contracts.recovery.RecoveryEvent.GuestUpdated;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.OfCost;
import io.amends.contracts.recovery.RecoveryEvent.OfCourse;
import io.amends.contracts.recovery.RecoveryEvent.OfLadder;
import io.amends.contracts.recovery.RecoveryEvent.OfPromises;
import io.amends.contracts.recovery.RecoveryEvent.OfRemedies;
import io.amends.contracts.recovery.RecoveryEvent.PreventionLinked;
import io.amends.contracts.recovery.RecoveryEvent.RootCauseFound;
import io.amends.orchestrator.domain.Care.Step;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.AcknowledgeComplaint;
import io.amends.orchestrator.domain.RecoveryCommand.AnswerAuthority;
import io.amends.orchestrator.domain.RecoveryCommand.AnswerPublicly;
import io.amends.orchestrator.domain.RecoveryCommand.ApologiseToGuest;
import io.amends.orchestrator.domain.RecoveryCommand.LinkPrevention;
import io.amends.orchestrator.domain.RecoveryCommand.OfCare;
import io.amends.orchestrator.domain.RecoveryCommand.ReportFixDone;
import io.amends.orchestrator.domain.RecoveryCommand.SetRootCause;
import io.amends.orchestrator.domain.RecoveryCommand.UpdateGuest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of what is done for the guest. */
final class CareDecider {

  private static final Decision ALREADY = new Moot(Why.ALREADY_DONE);

  Decision decide(RecoveryCase state, Course.Open open, OfCare command) {
    Care care = state.care();
    return switch (command) {
      case AcknowledgeComplaint c when !care.has(Step.ACKNOWLEDGED) ->
          Decision.done(acknowledged(state, open, c.asked()));
      case ApologiseToGuest c when !care.has(Step.APOLOGISED) -> apologise(state, open, c);
      case ReportFixDone c when !care.has(Step.FIXED) -> fix(state, open, c);
      case UpdateGuest c when !care.has(Step.FIXED) -> update(state, open, c);
      case AnswerPublicly c
          when state.promises().running(Clock.FIRST_PUBLIC_ANSWER).isPresent()
              || state.promises().running(Clock.PUBLIC_UNANSWERED).isPresent() ->
          answerPublicly(state, open, c);
      case AnswerAuthority c when state.promises().running(Clock.AUTHORITY_ANSWER).isPresent() ->
          Decision.done(new AuthorityAnswered(state.stampFor(c.asked())));
      case SetRootCause c when !c.rootCause().equals(care.rootCause()) ->
          Decision.done(new RootCauseFound(state.stampFor(c.asked()), c.rootCause()));

      case LinkPrevention c when !c.prevention().equals(care.prevention()) ->
          Decision.done(new PreventionLinked(state.stampFor(c.asked()), c.prevention()));

      case AcknowledgeComplaint _,
          LinkPrevention _,
          ApologiseToGuest _,
          ReportFixDone _,
          UpdateGuest _,
          AnswerPublicly _,
          AnswerAuthority _,
          SetRootCause _ ->
          ALREADY;
    };
  }

  private static ComplaintAcknowledged acknowledged(
      RecoveryCase state, Course.Open open, Asked asked) {
    return new ComplaintAcknowledged(state.stampFor(asked), nextUpdate(state, open, asked.at()));
  }

  /** From the first answer on; what is fixed needs no word how it goes. */
  private static @Nullable Promise nextUpdate(RecoveryCase state, Course.Open open, Instant at) {
    return state.care().has(Step.FIXED)
        ? null
        : PromisePlan.of(state, open).begin(Clock.NEXT_UPDATE, at).orElse(null);
  }

  /** Whoever tells the guest how it goes has spoken to the guest. */
  private static Decision update(RecoveryCase state, Course.Open open, UpdateGuest c) {
    return state.care().has(Step.ACKNOWLEDGED)
        ? Decision.done(
            new GuestUpdated(state.stampFor(c.asked()), nextUpdate(state, open, c.asked().at())))
        : Decision.done(acknowledged(state, open, c.asked()));
  }

  /**
   * Whoever apologises has spoken to the guest, so the guest knows that somebody has it. After a
   * double deviation it takes somebody higher.
   */
  private static Decision apologise(RecoveryCase state, Course.Open open, ApologiseToGuest c) {
    if (open.now().failedTwice() && !Ranks.isAtLeast(MakingGood.apologyBy(open), c.asked().as())) {
      return Ranks.fromUp(MakingGood.apologyBy(open), c.asked().as());
    }
    List<RecoveryEvent> events = new ArrayList<>();
    if (!state.care().has(Step.ACKNOWLEDGED)) {
      events.add(acknowledged(state, open, c.asked()));
    }
    events.add(new ApologyMade(state.stampFor(c.asked(), events.size())));
    if (state.care().has(Step.FIXED)) {
      endDelay(state, open, c.asked(), events);
    }
    return new Decision.Done(events);
  }

  private static Decision fix(RecoveryCase state, Course.Open open, ReportFixDone c) {
    PromisePlan plan = PromisePlan.of(state, open);
    Promise asking =
        plan.begin(Clock.CHECK_BACK, c.asked().at()).orElseGet(() -> plan.answer(c.asked().at()));
    List<RecoveryEvent> events = new ArrayList<>();
    events.add(new FixDone(state.stampFor(c.asked()), asking));
    if (state.care().has(Step.APOLOGISED)) {
      endDelay(state, open, c.asked(), events);
    }
    return new Decision.Done(events);
  }

  private static void endDelay(
      RecoveryCase state, Course.Open open, Asked asked, List<RecoveryEvent> events) {
    events.add(new DelayEnded(state.stampFor(asked, events.size()), state.cost().current().tier()));
    if (MakingGood.wasAskedBack(state, open)
        || MakingGood.isEnough(state.remedies().given(), state, open)) {
      events.add(
          MakingGood.event(state, open, asked, asked.at(), state.remedies().cost(), events.size()));
    }
  }

  /** What is more than minor is worded by the general manager. */
  private static Decision answerPublicly(RecoveryCase state, Course.Open open, AnswerPublicly c) {
    boolean minor = open.now().severity() == Severity.MINOR;
    return minor || Ranks.isAtLeast(Role.GENERAL_MANAGER, c.asked().as())
        ? Decision.done(new AnsweredPublicly(state.stampFor(c.asked())))
        : Ranks.fromUp(Role.GENERAL_MANAGER, c.asked().as());
  }

  /**
   * Folds one event into the part.
   *
   * @throws IllegalStateException if the stored history is damaged
   */
  Care evolve(Care part, RecoveryEvent event) {
    return switch (event) {
      case ComplaintAcknowledged _ -> once(part, Step.ACKNOWLEDGED, event);
      case ApologyMade _ -> once(part, Step.APOLOGISED, event);
      case FixDone _ -> once(part, Step.FIXED, event);
      case DelayEnded _ -> once(part, Step.DELAY_ENDED, event);
      case MadeGood _ -> once(part, Step.MADE_GOOD, event);
      case RootCauseFound e -> part.with(e.rootCause());
      case PreventionLinked e -> part.preventing(e.prevention());
      case FollowUpAnswered e -> part.followed(Followed.ANSWERED, e.answered());
      case FollowUpExpired _ -> part.followed(Followed.EXPIRED, null);
      case CaseReopened e -> part.again(e.answered());
      case GuestUpdated _,
          AnsweredPublicly _,
          AuthorityAnswered _,
          OfCourse _,
          OfPromises _,
          OfCost _,
          OfLadder _,
          OfRemedies _ ->
          part;
    };
  }

  private static Care once(Care part, Step step, RecoveryEvent event) {
    if (part.has(step)) {
      throw Damage.of(event, part);
    }
    return part.with(step, event.stamp().occurredAt());
  }
}
