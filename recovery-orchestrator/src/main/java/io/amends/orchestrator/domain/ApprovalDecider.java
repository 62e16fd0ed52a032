package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;
import static io.amends.orchestrator.domain.Decision.refused;

import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.Declined;
import io.amends.contracts.recovery.RecoveryEvent.OwnApprovalRefused;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.RemedyApproved;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Agreed;
import io.amends.contracts.recovery.Remedy.Approval;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.RefusedOnRecord;
import io.amends.orchestrator.domain.Decision.Waits;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.ApproveRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.RefuseRemedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules of somebody's leave: who may say yes or no, and what follows if nobody does. */
final class ApprovalDecider {

  private static final Decision ALREADY = new Moot(Why.ALREADY_DONE);

  Decision approve(RecoveryCase state, Course.Open open, ApproveRemedy c) {
    Optional<Remedy> found = state.remedies().find(c.number());
    if (found.isEmpty()) {
      return refused(new Code.NoSuchRemedy(c.number()));
    }
    Remedy remedy = found.get();
    boolean agreed = remedy.agreed().stream().anyMatch(yes -> yes.by().equals(c.asked().by()));
    if (!remedy.pends() || remedy.approval() == null || Remedies.waits(remedy.hold()) || agreed) {
      return ALREADY;
    }
    Leave leave = Leave.of(state, open).looked(remedy.secondLook());
    Nights total = state.remedies().counted();
    if (remedy.by().equals(c.asked().by())) {
      return own(state, c, leave.whoMay(total));
    }
    if (!leave.covers(c.asked().as(), total)) {
      return new Refused(
          leave.isHighEnough(c.asked().as())
              ? Approvals.tooMuch(state, leave, c.asked(), total)
              : List.of(new Code.NotThisRole(c.asked().as())),
          leave.whoMay(total));
    }
    return leave.isAboveCeiling(total) && c.reason() == null && remedy.reason() == null
        ? refused(new Code.ReasonMissing())
        : agreed(state, open, remedy, c, leave, total);
  }

  /** Nobody approves their own; that it was tried is on record. */
  private static Decision own(RecoveryCase state, ApproveRemedy c, java.util.Set<Role> whoMay) {
    return new RefusedOnRecord(
        List.of(new OwnApprovalRefused(state.stampFor(c.asked()), c.number(), c.asked().as())),
        new Refused(List.of(new Code.OwnRequest(c.number())), whoMay));
  }

  private static Decision agreed(
      RecoveryCase state,
      Course.Open open,
      Remedy remedy,
      ApproveRemedy c,
      Leave leave,
      Nights total) {
    Asked asked = c.asked();
    Agreed yes = new Agreed(asked.by(), asked.as(), asked.at(), c.reason());
    int giver = leave.covers(remedy.as(), total) ? 1 : 0;
    if (remedy.agreed().size() + 1 + giver < leave.approvers(asked.as(), total)) {
      return done(new RemedyApproved(state.stampFor(asked), remedy.number(), yes));
    }
    return Holds.reserve(state, open, remedy, asked, c.reason(), 0)
        .<Decision>map(reserved -> new Waits(List.of(reserved)))
        .orElseGet(() -> new Decision.Done(Giving.events(state, open, with(remedy, yes), asked)));
  }

  static Remedy with(Remedy remedy, Agreed yes) {
    return remedy.agreed(Stream.concat(remedy.agreed().stream(), Stream.of(yes)).toList());
  }

  /** Whoever was asked, or is higher; or the giver, who thinks better of it. */
  Decision refuse(RecoveryCase state, Course.Open open, RefuseRemedy c) {
    Optional<Remedy> found = state.remedies().find(c.number());
    if (found.isEmpty()) {
      return refused(new Code.NoSuchRemedy(c.number()));
    }
    Remedy remedy = found.get();
    Approval approval = remedy.approval();
    if (!remedy.pends() || approval == null) {
      return ALREADY;
    }
    Leave leave = Leave.of(state, open).looked(remedy.secondLook());
    boolean may =
        remedy.by().equals(c.asked().by())
            || leave.covers(c.asked().as(), state.remedies().counted());
    return may
        ? done(
            Approvals.declined(
                state,
                Giving.ledger(state, open, c.asked()),
                remedy,
                Declined.REFUSED,
                c.reason(),
                c.asked(),
                0))
        : new Refused(
            List.of(new Code.NotThisRole(c.asked().as())),
            leave.whoMay(state.remedies().counted()));
  }

  /** Nobody has answered in time: the next is asked; if there is none, it is not given. */
  static Decision unanswered(RecoveryCase state, Course.Open open, ClockState clock, Asked asked) {
    List<RecoveryEvent> events = new ArrayList<>();
    events.add(new PromiseBroken(state.stampFor(asked), clock.clock(), clock.number(), List.of()));
    state
        .remedies()
        .pending()
        .filter(remedy -> isAbout(clock, remedy) && !Remedies.waits(remedy.hold()))
        .findFirst()
        .ifPresent(
            remedy -> events.add(next(state, open, remedy, asked, Declined.NOBODY_ANSWERED)));
    return new Decision.Done(events);
  }

  private static boolean isAbout(ClockState clock, Remedy remedy) {
    Approval approval = remedy.approval();
    return approval != null && approval.clock() == clock.number();
  }

  private static RecoveryEvent next(
      RecoveryCase state, Course.Open open, Remedy remedy, Asked asked, Declined why) {
    Approval approval = java.util.Objects.requireNonNull(remedy.approval());
    return next(state, open, remedy, Approvals.after(approval.of(), remedy), why, asked);
  }

  /** The second event of a decision: somebody else is asked, or it is not given. */
  static RecoveryEvent next(
      RecoveryCase state,
      Course.Open open,
      Remedy remedy,
      List<Role> route,
      Declined why,
      Asked asked) {
    return route.isEmpty()
        ? Approvals.declined(state, Giving.ledger(state, open, asked), remedy, why, null, asked, 1)
        : Approvals.ask(state, open, remedy, route, asked, 1);
  }
}
