package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.AlertStep.Cause;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent.ApprovalAsked;
import io.amends.contracts.recovery.RecoveryEvent.Declined;
import io.amends.contracts.recovery.RecoveryEvent.RemedyDeclined;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Remedy.Approval;
import io.amends.contracts.reference.RosterReference.Person;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.money.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asking somebody who may, and telling that it is not to be. */
final class Approvals {

  private Approvals() {}

  /** Why somebody may not give so much over this case, with what they may give now. */
  static List<Code> tooMuch(RecoveryCase state, Leave leave, Asked asked, Nights total) {
    if (leave.isWithinLimits(asked.as(), total)) {
      return List.of();
    }
    Course.Open open = leave.open();
    Money night = open.facts().place().referenceNight();
    Nights given = state.remedies().counted();
    Nights limit = leave.perCase(asked.as());
    List<Code> codes = new ArrayList<>();
    codes.add(
        new Code.OverLimit(
            limit,
            limit.at(night),
            given,
            total.minus(given),
            left(given, leave, asked.as()).at(night)));
    if (leave.isAboveCeiling(total)) {
      codes.add(
          new Code.AboveCeiling(
              leave.ceiling(), leave.ceiling().at(night), total, open.handling().aboveCeiling()));
    }
    return codes;
  }

  /** What the role may still give over this case without asking. */
  static Nights left(Nights given, Leave leave, Role as) {
    if (!leave.isHighEnough(as)) {
      return Nights.ZERO;
    }
    Nights limit = leave.perCase(as);
    boolean mayGoAbove = as.compareTo(leave.open().handling().aboveCeiling()) >= 0;
    Nights upTo = mayGoAbove || !limit.exceeds(leave.ceiling()) ? limit : leave.ceiling();
    return given.exceeds(upTo) ? Nights.ZERO : upTo.minus(given);
  }

  /** Asks the first of them; the others are asked if nobody answers. */
  static ApprovalAsked ask(
      RecoveryCase state,
      Course.Open open,
      Remedy remedy,
      List<Role> route,
      Asked asked,
      int eventsBefore) {
    Promise answer = PromisePlan.of(state, open).required(Clock.APPROVAL, asked.at());
    Role of = route.getFirst();
    return new ApprovalAsked(
        state.stampFor(asked, eventsBefore),
        remedy.number(),
        of,
        route.subList(1, route.size()),
        answer,
        clockOf(remedy),
        List.of(AlertStep.of(Cause.APPROVAL_ASKED, Clock.APPROVAL, of, asked.at(), asked.at())));
  }

  static @Nullable Integer clockOf(Remedy remedy) {
    Approval approval = remedy.approval();
    return approval == null ? null : approval.clock();
  }

  /** Who has not been asked yet, after that role. */
  static List<Role> after(Role role, Remedy remedy) {
    return remedy.route().stream().filter(next -> next.compareTo(role) > 0).toList();
  }

  /** Whom it has asked, for the one who is answered. */
  static Code code(ApprovalAsked asked, Remedy remedy, Duty duty) {
    Instant at = asked.stamp().occurredAt();
    Role then = asked.then().isEmpty() ? null : asked.then().getFirst();
    return new Code.AskedSomebody(
        remedy.number(),
        remedy.grant().money(),
        asked.of(),
        names(duty, asked.of(), at),
        Objects.requireNonNull(asked.answer().dueAt()),
        then,
        then == null ? List.of() : names(duty, then, at));
  }

  /** Whom it has asked for one that waits already. */
  static Code code(RecoveryCase state, Remedy remedy, Duty duty, Instant at) {
    Approval approval = Objects.requireNonNull(remedy.approval());
    Role of = approval.of();
    List<Role> next = after(of, remedy);
    Role then = next.isEmpty() ? null : next.getFirst();
    Instant answerBy =
        state.promises().clocks().stream()
            .filter(clock -> clock.clock() == Clock.APPROVAL && clock.number() == approval.clock())
            .flatMap(clock -> Stream.ofNullable(clock.dueAt()))
            .findFirst()
            .orElse(at);
    return new Code.AskedSomebody(
        remedy.number(),
        remedy.grant().money(),
        of,
        names(duty, of, at),
        answerBy,
        then,
        then == null ? List.of() : names(duty, then, at));
  }

  private static List<String> names(Duty duty, Role role, Instant at) {
    return duty.in(role, at).orElse(List.of()).stream().map(Person::name).toList();
  }

  /**
   * It is not to be given: what was set aside is free again, and whoever wished it is told.
   *
   * @param ledger the lines so far
   */
  static RemedyDeclined declined(
      RecoveryCase state,
      Ledger ledger,
      Remedy remedy,
      Declined why,
      @Nullable String reason,
      Asked asked,
      int eventsBefore) {
    boolean told = why == Declined.REFUSED || why == Declined.NOBODY_ANSWERED;
    return new RemedyDeclined(
        state.stampFor(asked, eventsBefore),
        remedy.number(),
        why,
        reason,
        clockOf(remedy),
        ledger.release(remedy),
        told
            ? List.of(
                AlertStep.of(Cause.REMEDY_DECLINED, null, remedy.as(), asked.at(), asked.at()))
            : List.of());
  }

  /** Whatever still waits when a case closes is not given any more. */
  static List<RemedyDeclined> declineAll(RecoveryCase state, Course.Open open, Asked asked) {
    List<RemedyDeclined> events = new ArrayList<>();
    List<LedgerEntry> lines = new ArrayList<>(state.remedies().ledger());
    state
        .remedies()
        .pending()
        .forEach(
            remedy -> {
              Ledger ledger =
                  new Ledger(lines, open.facts().place(), open.policy(), asked.by(), asked.at());
              RemedyDeclined declined =
                  declined(state, ledger, remedy, Declined.CASE_CLOSED, null, asked, events.size());
              lines.addAll(declined.entries());
              events.add(declined);
            });
    return events;
  }
}
