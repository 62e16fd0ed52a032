package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CaseSnapshot.Followed;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.DoubleDeviation;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseMerged;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.DoubleDeviationFound;
import io.amends.contracts.recovery.RecoveryEvent.DuplicateSuggested;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpAnswered;
import io.amends.contracts.recovery.RecoveryEvent.HandOverAccepted;
import io.amends.contracts.recovery.RecoveryEvent.HandedOver;
import io.amends.contracts.recovery.RecoveryEvent.OfCare;
import io.amends.contracts.recovery.RecoveryEvent.OfCost;
import io.amends.contracts.recovery.RecoveryEvent.OfLadder;
import io.amends.contracts.recovery.RecoveryEvent.OfPromises;
import io.amends.contracts.recovery.RecoveryEvent.OfRemedies;
import io.amends.contracts.recovery.RecoveryEvent.PolicySwitched;
import io.amends.contracts.recovery.RecoveryEvent.ReportJoined;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.orchestrator.domain.Course.Closed;
import io.amends.orchestrator.domain.Course.Merged;
import io.amends.orchestrator.domain.Course.NotOpened;
import io.amends.orchestrator.domain.Course.Open;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.AcceptHandOver;
import io.amends.orchestrator.domain.RecoveryCommand.ChangeStay;
import io.amends.orchestrator.domain.RecoveryCommand.CloseCase;
import io.amends.orchestrator.domain.RecoveryCommand.GuestLeaves;
import io.amends.orchestrator.domain.RecoveryCommand.HandOver;
import io.amends.orchestrator.domain.RecoveryCommand.LinkGuest;
import io.amends.orchestrator.domain.RecoveryCommand.MoveRoom;
import io.amends.orchestrator.domain.RecoveryCommand.OfCourse;
import io.amends.orchestrator.domain.RecoveryCommand.OpenCase;
import io.amends.orchestrator.domain.RecoveryCommand.RecordFollowUp;
import io.amends.orchestrator.domain.RecoveryCommand.ReopenCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of where a case stands. */
final class CourseDecider {

  private static final Decision ALREADY = new Moot(Why.ALREADY_DONE);

  Decision decide(RecoveryCase state, OfCourse command) {
    return switch (new Question(state.course(), command)) {
      case Question(NotOpened _, OpenCase c) -> open(state, c);
      case Question(NotOpened _, OfCourse _) -> new Refused(NOT_OPEN_YET, Set.of());

      case Question(Open _, OpenCase _) -> ALREADY;
      case Question(Open open, CloseCase c) -> close(state, open, c);
      case Question(Open open, ReopenCase c) ->
          state.care().has(Care.Step.DELAY_ENDED)
              ? done(Reopening.event(state, open, c.asked(), null, DoubleDeviation.REOPENED, 0))
              : new Moot(Why.NOTHING_TO_DO);
      case Question(Open open, RecordFollowUp c) -> followUp(state, open, c);
      case Question(Open open, HandOver c) when open.now().department() != c.to() ->
          done(
              new HandedOver(
                  state.stampFor(c.asked()),
                  c.to(),
                  PromisePlan.of(state, open)
                      .begin(Clock.DEPARTMENT_ACCEPTS, c.asked().at())
                      .orElse(null)));
      case Question(Open _, AcceptHandOver c)
          when state.promises().running(Clock.DEPARTMENT_ACCEPTS).isPresent() ->
          done(new HandOverAccepted(state.stampFor(c.asked())));
      case Question(Open open, MoveRoom c) when !c.room().equals(open.now().room()) ->
          done(SituationChange.moved(state, open, c.asked(), c.room()));
      case Question(Open open, ChangeStay c)
          when !c.departureAt().equals(open.now().departureAt()) ->
          done(SituationChange.stay(state, open, c.asked(), c.departureAt()));
      case Question(Open open, GuestLeaves c) when open.now().inHouse() ->
          done(SituationChange.left(state, open, c.asked(), c.at()));
      case Question(Open open, LinkGuest c) when !c.to().equals(open.now().linkedTo()) ->
          done(SituationChange.linked(state, open, c.asked(), c.to()));
      case Question(Open _, HandOver _),
          Question(Open _, LinkGuest _),
          Question(Open _, AcceptHandOver _),
          Question(Open _, MoveRoom _),
          Question(Open _, ChangeStay _),
          Question(Open _, GuestLeaves _) ->
          ALREADY;

      case Question(Closed(var was, _), ReopenCase c) ->
          done(Reopening.event(state, was, c.asked(), null, DoubleDeviation.REOPENED, 0));
      case Question(Closed(var was, _), RecordFollowUp c) when isBad(c, was.policy()) ->
          done(Reopening.event(state, was, c.asked(), c.answered(), DoubleDeviation.REOPENED, 0));
      case Question(Closed _, OfCourse _) -> new Moot(Why.CASE_CLOSED);

      case Question(Merged _, OpenCase _) -> ALREADY;
      case Question(Merged(_, var into, _), OfCourse _) ->
          Decision.refused(new Code.MergedInto(into));
    };
  }

  private static final List<Code> NOT_OPEN_YET = List.of(new Code.NotOpenYet());

  private static Decision open(RecoveryCase state, OpenCase c) {
    Open open = Open.of(c.facts(), c.policy());
    return done(
        new CaseOpened(
            state.stampFor(c.asked()),
            c.facts(),
            c.policy(),
            PromisePlan.of(state, open).all(),
            TierPlan.of(open, CostTier.ON_THE_SPOT),
            LadderPlan.nobodyHasAcknowledged(open)));
  }

  private static boolean isBad(RecordFollowUp c, CasePolicy policy) {
    Answered answered = c.answered();
    return answered != null && Reopening.isCalledForBy(answered, policy.asking());
  }

  /** A bad answer to a recovery that was thought done begins it again. */
  private static Decision followUp(RecoveryCase state, Open open, RecordFollowUp c) {
    if (state.care().followed() == Followed.ANSWERED && c.answered() == null) {
      return ALREADY;
    }
    List<RecoveryEvent> events = new ArrayList<>();
    events.add(new FollowUpAnswered(state.stampFor(c.asked()), c.answered()));
    MakingGood.onceAsked(state, open, c.asked(), 1).ifPresent(events::add);
    if (isBad(c, open.policy()) && state.care().has(Care.Step.DELAY_ENDED)) {
      events.add(
          Reopening.event(
              state, open, c.asked(), c.answered(), DoubleDeviation.REOPENED, events.size()));
    }
    return new Decision.Done(events);
  }

  /** Money alone never closes a case: the policy says what else it takes. */
  private static Decision close(RecoveryCase state, Open open, CloseCase c) {
    List<Code> missing =
        open.policy().toClose().stream()
            .sorted()
            .filter(need -> !state.care().meets(need))
            .<Code>map(need -> new Code.StillOpen(need, whoCan(need, open)))
            .toList();
    return missing.isEmpty()
        ? new Decision.Done(closed(state, open, c))
        : new Refused(
            missing,
            missing.stream()
                .flatMap(code -> ((Code.StillOpen) code).whoCan().stream())
                .collect(Collectors.toSet()));
  }

  private static List<RecoveryEvent> closed(RecoveryCase state, Open open, CloseCase c) {
    List<RecoveryEvent> events = new ArrayList<>(Approvals.declineAll(state, open, c.asked()));
    events.add(new CaseClosed(state.stampFor(c.asked(), events.size())));
    return events;
  }

  private static Set<Role> whoCan(CasePolicy.Need need, Open open) {
    return switch (need) {
      case CARE -> Set.of(MakingGood.apologyBy(open));
      case FIX, ROOT_CAUSE, DEPARTMENT, FOLLOW_UP_ANSWERED_OR_EXPIRED ->
          Set.of(Role.FRONT_LINE, Role.SUPERVISOR, Role.DUTY_MANAGER);
    };
  }

  /**
   * Folds one event into the part.
   *
   * @throws IllegalStateException if {@link #decide} could not have produced the event in this
   *     state, which means that the stored history is damaged
   */
  Course evolve(Course part, RecoveryEvent event) {
    return switch (new Step(part, event)) {
      case Step(NotOpened _, CaseOpened e) -> Open.of(e.facts(), e.policy());
      case Step(NotOpened _, CaseMerged e) -> new Merged(null, e.into(), e.stamp().occurredAt());
      case Step(Open open, CaseMerged e) -> new Merged(open, e.into(), e.stamp().occurredAt());
      case Step(Closed(var was, _), CaseMerged e) ->
          new Merged(was, e.into(), e.stamp().occurredAt());
      case Step(Open open, ReportJoined e) -> open.with(e.now()).with(open.same().with(e.report()));
      case Step(Closed(var was, var at), ReportJoined e) ->
          new Closed(was.with(was.same().with(e.report())), at);
      case Step(Open open, DuplicateSuggested e) -> open.with(open.same().with(e.suggested()));
      case Step(Open open, PolicySwitched e) -> open.with(e.policy());
      case Step(Open open, CaseClosed e) -> new Closed(open, e.stamp().occurredAt());
      case Step(Open open, CaseReopened e) -> open.again(e.ended(), e.now());
      case Step(Closed(var was, _), CaseReopened e) -> was.again(e.ended(), e.now());
      case Step(Open open, SituationChanged e) -> open.with(e.now());
      case Step(Open open, DoubleDeviationFound e) -> open.with(e.now());
      case Step(Open open, HandedOver e) -> open.with(open.now().with(e.to()));
      case Step(Open _, HandOverAccepted _),
          Step(Open _, OfCare _),
          Step(Open _, OfPromises _),
          Step(Open _, OfCost _),
          Step(Open _, OfLadder _),
          Step(Open _, OfRemedies _) ->
          part;

      case Step(NotOpened _, _), Step(Open _, CaseOpened _), Step(Closed _, _), Step(Merged _, _) ->
          throw Damage.of(event, part);
    };
  }

  private record Question(Course course, OfCourse command) {}

  private record Step(Course course, RecoveryEvent event) {}
}
