package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;
import static io.amends.orchestrator.domain.Decision.refused;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState.Result;
import io.amends.contracts.recovery.Grant;
import io.amends.contracts.recovery.RecoveryEvent.RemedyReached;
import io.amends.contracts.recovery.RecoveryEvent.RemedyRequested;
import io.amends.contracts.recovery.RecoveryEvent.RemedyTakenBack;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Standing;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.ApproveRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.BudgetAnswered;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.OfRemedies;
import io.amends.orchestrator.domain.RecoveryCommand.ReachGuest;
import io.amends.orchestrator.domain.RecoveryCommand.RefuseRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.TakeBackRemedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules of what a guest receives, and who may give it. */
final class RemedyDecider {

  private static final Decision ALREADY = new Moot(Why.ALREADY_DONE);

  private final ApprovalDecider approvals = new ApprovalDecider();
  private final BudgetDecider budgets = new BudgetDecider();

  Decision decide(RecoveryCase state, Course.Open open, OfRemedies command, Duty duty) {
    return switch (command) {
      case GrantRemedy c -> grant(state, open, c, duty);
      case ApproveRemedy c -> approvals.approve(state, open, c);
      case RefuseRemedy c -> approvals.refuse(state, open, c);
      case TakeBackRemedy c -> takeBack(state, open, c);
      case ReachGuest c -> reach(state, c);
      case BudgetAnswered c -> budgets.answered(state, open, c, duty);
    };
  }

  private static Decision grant(RecoveryCase state, Course.Open open, GrantRemedy c, Duty duty) {
    Money night = open.facts().place().referenceNight();
    Optional<Grant> grant = Worths.grant(c.wish(), open.policy(), night);
    if (grant.isEmpty()) {
      return refused(new Code.NoWorth(night.currency().getCurrencyCode()));
    }
    Nights total = state.remedies().counted().plus(grant.get().counted());
    SecondLook look =
        SecondLook.of(
            open.policy(), total, c.earlier(), c.asked().at(), open.facts().place().zone());
    Leave leave = Leave.of(state, open).looked(look.by());
    Remedy remedy = remedy(state, c, grant.get(), leave, total, duty);
    if (grant.get().free()) {
      return new Decision.Done(Giving.events(state, open, remedy, c.asked()));
    }
    if (!leave.covers(c.asked().as(), total)) {
      List<Code> because = new ArrayList<>(Approvals.tooMuch(state, leave, c.asked(), total));
      if (look.by() != null && !leave.isHighEnough(c.asked().as())) {
        because.add(new Code.GivenBefore(look.given(), look.given().at(night), look.by()));
      }
      return PartNow.of(state, open, c, leave)
          .filter(_ -> !remedy.route().isEmpty())
          .map(parts -> parts.decision(state, open, remedy, because, duty))
          .orElseGet(() -> ask(state, open, remedy, c, because, duty));
    }
    if (leave.isAboveCeiling(total) && c.wish().reason() == null) {
      return refused(new Code.ReasonMissing());
    }
    if (leave.approvers(c.asked().as(), total) > 1) {
      return ask(state, open, remedy, c, List.of(), duty);
    }
    return Holds.reserve(state, open, remedy, c.asked(), null, 1)
        .<Decision>map(
            reserved ->
                new Decision.Waits(List.of(requested(state, open, remedy, c.asked()), reserved)))
        .orElseGet(() -> new Decision.Done(Giving.events(state, open, remedy, c.asked())));
  }

  private static Remedy remedy(
      RecoveryCase state, GrantRemedy c, Grant grant, Leave leave, Nights total, Duty duty) {
    Asked asked = c.asked();
    return new Remedy(
        state.remedies().next(),
        grant,
        Standing.RESERVED,
        asked.by(),
        asked.as(),
        asked.at(),
        c.wish().reason(),
        grant.free() ? List.of() : leave.route(asked.as(), total, duty, asked.at()),
        null,
        List.of(),
        null,
        leave.look(),
        null);
  }

  static RemedyRequested requested(
      RecoveryCase state, Course.Open open, Remedy remedy, Asked asked) {
    return new RemedyRequested(
        state.stampFor(asked), remedy, Giving.ledger(state, open, asked).reserve(remedy));
  }

  /** Not by this person alone: it is set aside, and somebody who may is asked. */
  private static Decision ask(
      RecoveryCase state,
      Course.Open open,
      Remedy remedy,
      GrantRemedy c,
      List<Code> because,
      Duty duty) {
    if (remedy.route().isEmpty()) {
      return new Refused(because, java.util.Set.of());
    }
    var asked = Approvals.ask(state, open, remedy, remedy.route(), c.asked(), 1);
    List<Code> codes = new ArrayList<>(because);
    codes.add(Approvals.code(asked, remedy, duty));
    return new Decision.AskedOf(
        List.of(requested(state, open, remedy, c.asked()), asked),
        codes,
        java.util.Set.copyOf(remedy.route()));
  }

  private static Decision takeBack(RecoveryCase state, Course.Open open, TakeBackRemedy c) {
    Optional<Remedy> found = state.remedies().find(c.number());
    if (found.isEmpty()) {
      return refused(new Code.NoSuchRemedy(c.number()));
    }
    Remedy remedy = found.get();
    if (remedy.standing() != Standing.GIVEN) {
      return remedy.pends() ? new Moot(Why.NOTHING_TO_DO) : ALREADY;
    }
    Leave leave = Leave.of(state, open);
    Nights worth = remedy.grant().counted();
    return worth.exceeds(leave.perCase(c.asked().as()))
        ? new Refused(List.of(new Code.NotThisRole(c.asked().as())), leave.whoMay(worth))
        : done(
            new RemedyTakenBack(
                state.stampFor(c.asked()),
                c.number(),
                c.reason(),
                Giving.ledger(state, open, c.asked()).reverse(remedy)));
  }

  private static Decision reach(RecoveryCase state, ReachGuest c) {
    if (state
        .remedies()
        .find(c.number())
        .filter(remedy -> remedy.standing() == Standing.GIVEN)
        .isEmpty()) {
      return refused(new Code.NoSuchRemedy(c.number()));
    }
    return state.promises().clocks().stream()
            .filter(clock -> clock.clock() == Clock.REMEDY_REACHES_GUEST)
            .anyMatch(clock -> clock.number() == c.number() && clock.result() != Result.MET)
        ? done(new RemedyReached(state.stampFor(c.asked()), c.number()))
        : ALREADY;
  }
}
