package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.ApprovalAsked;
import io.amends.contracts.recovery.RecoveryEvent.BudgetRefused;
import io.amends.contracts.recovery.RecoveryEvent.Declined;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Agreed;
import io.amends.contracts.recovery.Remedy.Hold;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.RefusedOnRecord;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.BudgetAnswered;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of what follows when a month's budget answers, or does not. */
final class BudgetDecider {

  private static final Decision NOT_WAITED_FOR = new Moot(Why.PROMISE_NOT_RUNNING);

  Decision answered(RecoveryCase state, Course.Open open, BudgetAnswered c, Duty duty) {
    return state
        .remedies()
        .waiting()
        .filter(remedy -> hold(remedy).id().equals(c.reservation()))
        .findFirst()
        .map(
            remedy ->
                c.granted()
                    ? granted(state, open, remedy, c.asked().at(), duty)
                    : exceeded(state, open, remedy, c, duty))
        .orElse(NOT_WAITED_FOR);
  }

  private static Decision granted(
      RecoveryCase state, Course.Open open, Remedy remedy, Instant at, Duty duty) {
    Hold hold = hold(remedy);
    Remedy agreed =
        remedy.approval() == null
            ? remedy
            : ApprovalDecider.with(
                remedy, new Agreed(hold.by(), hold.as(), hold.at(), hold.reason()));
    List<RecoveryEvent> events = Giving.events(state, open, agreed, asker(state, hold, at));
    return restOf(state, remedy)
        .<Decision>map(
            rest ->
                new Decision.AskedOf(
                    events,
                    List.of(
                        new Code.PartGiven(remedy.number(), remedy.grant().money()),
                        Approvals.code(state, rest, duty, at)),
                    Set.copyOf(rest.route())))
        .orElseGet(() -> new Decision.Done(events));
  }

  /** What still waits for somebody's leave, of the same wish. */
  private static Optional<Remedy> restOf(RecoveryCase state, Remedy part) {
    return state
        .remedies()
        .pending()
        .filter(rest -> rest.approval() != null)
        .filter(rest -> Integer.valueOf(part.number()).equals(rest.restOf()))
        .findFirst();
  }

  /** Too much for that month: somebody higher has a month of their own. */
  private static Decision exceeded(
      RecoveryCase state, Course.Open open, Remedy remedy, BudgetAnswered c, Duty duty) {
    Hold hold = hold(remedy);
    Asked asked = asker(state, hold, c.asked().at());
    Money night = open.facts().place().referenceNight();
    List<Code> codes = new ArrayList<>();
    codes.add(new Code.OverMonth(hold.budget(), c.left(), c.left().at(night)));
    RecoveryEvent next =
        ApprovalDecider.next(
            state, open, remedy, Approvals.after(hold.as(), remedy), Declined.NOTHING_LEFT, asked);
    List<RecoveryEvent> events = List.of(refused(state, remedy, c.left(), asked), next);
    if (next instanceof ApprovalAsked somebody) {
      codes.add(Approvals.code(somebody, remedy, duty));
      return new Decision.AskedOf(events, codes, Set.of(somebody.of()));
    }
    return new RefusedOnRecord(events, new Refused(codes, Set.<Role>of()));
  }

  /** It was waited for long enough: a grant is refused, an approval may be tried again. */
  Decision silent(RecoveryCase state, Course.Open open, DeadlineReached c) {
    Optional<Remedy> found = waitingFor(state, c.deadline());
    if (found.isEmpty()) {
      return NOT_WAITED_FOR;
    }
    Remedy remedy = found.get();
    Asked clock = c.asked();
    List<RecoveryEvent> events = new ArrayList<>(List.of(refused(state, remedy, null, clock)));
    if (remedy.approval() == null) {
      events.add(
          Approvals.declined(
              state,
              Giving.ledger(state, open, clock),
              remedy,
              Declined.BUDGET_SILENT,
              null,
              clock,
              1));
      restOf(state, remedy)
          .ifPresent(rest -> events.add(notWithoutIts(rest, state, open, clock, events)));
    }
    return new RefusedOnRecord(
        events, new Refused(List.of(new Code.BudgetSilent(hold(remedy).budget())), Set.of()));
  }

  /** It is all tried again, so the rest is not asked for by itself. */
  private static RecoveryEvent notWithoutIts(
      Remedy rest, RecoveryCase state, Course.Open open, Asked clock, List<RecoveryEvent> events) {
    RecoveryCase then = state.given(events);
    return Approvals.declined(
        then, Giving.ledger(then, open, clock), rest, Declined.BUDGET_SILENT, null, clock, 0);
  }

  /** What waits until that very hour. */
  static Optional<Remedy> waitingFor(RecoveryCase state, Deadline deadline) {
    return state
        .remedies()
        .waiting()
        .filter(remedy -> hold(remedy).id().equals(deadline.detail()))
        .filter(remedy -> deadline.dueAt().equals(hold(remedy).until()))
        .findFirst();
  }

  private static BudgetRefused refused(
      RecoveryCase state, Remedy remedy, @Nullable Nights left, Asked asked) {
    return new BudgetRefused(state.stampFor(asked), remedy.number(), hold(remedy).budget(), left);
  }

  /** Whoever waits for the budget has asked. */
  private static Asked asker(RecoveryCase state, Hold hold, Instant at) {
    return new Asked(
        Objects.requireNonNull(state.of()),
        hold.commandId(),
        hold.by(),
        hold.as(),
        Set.of("*"),
        at);
  }

  private static Hold hold(Remedy remedy) {
    return Objects.requireNonNull(remedy.hold());
  }
}
