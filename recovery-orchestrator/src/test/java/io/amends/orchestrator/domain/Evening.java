package io.amends.orchestrator.domain;

import static java.util.Comparator.comparing;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.Origin;
import io.amends.contracts.Place;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.budget.Budget;
import io.amends.contracts.policy.CatalogueEntry;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.RootCause;
import io.amends.contracts.reference.OnDuty;
import io.amends.contracts.reference.RosterReference;
import io.amends.orchestrator.domain.RecoveryCommand.AcknowledgeComplaint;
import io.amends.orchestrator.domain.RecoveryCommand.ApologiseToGuest;
import io.amends.orchestrator.domain.RecoveryCommand.BudgetAnswered;
import io.amends.orchestrator.domain.RecoveryCommand.CloseCase;
import io.amends.orchestrator.domain.RecoveryCommand.DeadlineReached;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.OpenCase;
import io.amends.orchestrator.domain.RecoveryCommand.RecordFollowUp;
import io.amends.orchestrator.domain.RecoveryCommand.ReportFixDone;
import io.amends.orchestrator.domain.RecoveryCommand.SetRootCause;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import io.amends.orchestrator.domain.RecoveryRules.Answer;
import io.amends.orchestrator.domain.money.BudgetMessage;
import io.amends.orchestrator.domain.money.BudgetReply;
import io.amends.orchestrator.domain.money.BudgetRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One case of an evening in a hotel, on its own clock: people ask, deadlines are told as the kit
 * tells them (a moment after their hour, all inputs read up), and everything that happens is noted.
 * Times of day are local, as the scenarios tell them.
 */
final class Evening {

  /** How late the machinery tells a deadline. */
  private static final Duration A_MOMENT = Duration.ofMillis(450);

  /** What a case goes through between two questions; a test may put it away and take it out. */
  static UnaryOperator<RecoveryCase> between = UnaryOperator.identity();

  private final RecoveryRules rules;
  private final Place place;
  private final CaseRef ref;
  private final List<RecoveryEvent> told = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private RecoveryCase state = RecoveryCase.NONE;
  private Instant now = Instant.EPOCH;
  private int commands;
  private final Map<String, Budget> months = new HashMap<>();
  private boolean awake = true;

  private Evening(Place place, String guest, Duty.Rosters rosters) {
    this.rules = new RecoveryRules(rosters, ShippedPolicy.POLICIES);
    this.place = place;
    this.ref = new CaseRef(new GuestId(guest), new CaseId("c-" + guest));
  }

  static Evening at(Place place, String guest) {
    return new Evening(place, guest, Duty.Rosters.NONE);
  }

  /** With people who are on duty, or are not. */
  static Evening at(Place place, String guest, RosterReference roster) {
    return new Evening(place, guest, hotel -> new Duty.Known(new OnDuty(roster, hotel.zone())));
  }

  /** Something went wrong in the house; it reaches us when it is detected. */
  Evening reported(String issue, String detected, @Nullable String departure) {
    return reported(issue, detected, detected, departure, Channel.FRONT_DESK, detected);
  }

  Evening reported(
      String issue,
      String occurred,
      String detected,
      @Nullable String departure,
      Channel channel,
      String arrived) {
    CatalogueEntry entry = ShippedPolicy.POLICY.catalogue().get(issue);
    if (entry == null) {
      throw new IllegalArgumentException("issue: %s (expected: in the catalogue)".formatted(issue));
    }
    Severity severity =
        ShippedPolicy.POLICY.severity().of(entry.severity(), null, entry.flagsOrNone());
    CaseFacts facts =
        new CaseFacts(
            place,
            departure == null || instant(detected).isBefore(instant(departure)),
            "S-1",
            "1204",
            channel,
            channel == Channel.SYSTEM_DETECTED ? Origin.SYSTEM_DETECTED : Origin.GUEST,
            "pms",
            issue,
            entry.type(),
            entry.department(),
            severity,
            entry.flagsOrNone(),
            instant(occurred),
            instant(detected),
            departure == null ? null : instant(departure),
            null,
            null,
            null,
            false,
            null,
            null);
    now = instant(arrived);
    Asked asked = new Asked(ref, null, Actor.system("pms"), Role.SYSTEM, Set.of("*"), now);
    ask(new OpenCase(asked, facts, CasePlanner.policyFor(facts, ShippedPolicy.POLICY)));
    return this;
  }

  /** Lets time pass, and tells every deadline on the way. */
  Evening until(String time) {
    pass(instant(time));
    return this;
  }

  /** The service was down until then: everything that fell due is told at once. */
  Evening downUntil(String time) {
    now = instant(time);
    tell(now);
    return this;
  }

  Decision acknowledges(String time, Role role) {
    return at(time, new AcknowledgeComplaint(asked(time, role)));
  }

  Decision apologises(String time, Role role) {
    return at(time, new ApologiseToGuest(asked(time, role)));
  }

  Decision fixed(String time, Role role) {
    return at(time, new ReportFixDone(asked(time, role)));
  }

  Decision gives(String time, Role role, RemedyType type, long minorUnits) {
    Currency currency = place.referenceNight().currency();
    return at(time, new GrantRemedy(asked(time, role), money(type, minorUnits, currency)));
  }

  Decision givesPoints(String time, Role role, long points) {
    return at(
        time,
        new GrantRemedy(
            asked(time, role), new Wish(RemedyType.POINTS, null, points, null, false, null)));
  }

  Decision finds(String time, Role role, RootCause cause) {
    return at(time, new SetRootCause(asked(time, role), cause));
  }

  Decision followsUp(String time, Role role) {
    return at(time, new RecordFollowUp(asked(time, role), null));
  }

  Decision answers(String time, Answered answered) {
    return at(time, new RecordFollowUp(asked(time, Role.SYSTEM), answered));
  }

  /** Anything else that is asked. */
  Decision asks(String time, Role role, Function<Asked, RecoveryCommand> command) {
    return at(time, command.apply(asked(time, role)));
  }

  /** The same, by somebody of that name. */
  Decision asksAs(String time, String who, Role role, Function<Asked, RecoveryCommand> command) {
    Asked anybody = asked(time, role);
    Asked asked =
        new Asked(
            anybody.of(),
            anybody.commandId(),
            Actor.staff(who),
            role,
            anybody.properties(),
            anybody.at());
    return at(time, command.apply(asked));
  }

  Decision closes(String time, Role role) {
    return at(time, new CloseCase(asked(time, role)));
  }

  /** A command that was appended while the service was down, read after it came back. */
  Decision fromTheBacklog(RecoveryCommand command) {
    return ask(command);
  }

  Asked asked(String time, Role role) {
    return new Asked(
        ref, "command-" + commands++, Actor.staff(role.name()), role, Set.of("*"), instant(time));
  }

  private Decision at(String time, RecoveryCommand command) {
    pass(instant(time));
    return ask(command);
  }

  /** How it stood after a question, and how much had happened by then. */
  record Step(RecoveryCase state, int events) {}

  /** After each question. */
  List<Step> steps() {
    return List.copyOf(steps);
  }

  RecoveryCase state() {
    return state;
  }

  /** Everything of a kind, in the order in which it happened. */
  <E extends RecoveryEvent> List<E> all(Class<E> kind) {
    return told.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Who was alerted when: {@code 23:50 FRONT_LINE}. */
  List<String> alerts() {
    return all(StaffAlerted.class).stream()
        .map(
            alert ->
                local(alert.stamp().occurredAt())
                    + " "
                    + alert.role()
                    + (alert.late() ? " late" : ""))
        .toList();
  }

  /** Which promises were broken when: {@code 22:50 APOLOGISE}. */
  List<String> broken() {
    return all(PromiseBroken.class).stream()
        .map(broken -> local(broken.stamp().occurredAt()) + " " + broken.clock())
        .toList();
  }

  /** When a promise that runs is due; {@code paused} if nobody knows. */
  String due(Clock clock) {
    Instant dueAt = state.promises().running(clock).orElseThrow().dueAt();
    return dueAt == null ? "paused" : local(dueAt);
  }

  /** Wall-clock time at the hotel, {@code HH:mm}, with the day if it is another than the first. */
  String local(Instant instant) {
    LocalDateTime local = place.zone().wallClock(instant);
    LocalDateTime first =
        place.zone().wallClock(told.isEmpty() ? instant : told.getFirst().stamp().occurredAt());
    String day =
        local.toLocalDate().equals(first.toLocalDate())
            ? ""
            : "+" + (local.toLocalDate().toEpochDay() - first.toLocalDate().toEpochDay()) + " ";
    return day + "%02d:%02d".formatted(local.getHour(), local.getMinute());
  }

  /** With an offset as written, else local to the hotel. */
  Instant instant(String time) {
    return time.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
        ? OffsetDateTime.parse(time).toInstant()
        : place.zone().firstAt(LocalDateTime.parse(time));
  }

  private void pass(Instant to) {
    Optional<Deadline> next = next();
    while (next.isPresent() && next.get().dueAt().plus(A_MOMENT).isBefore(to)) {
      Instant due = next.get().dueAt();
      now = due.isAfter(now) ? due.plus(A_MOMENT) : now.plus(A_MOMENT);
      tell(now);
      next = next();
    }
    now = to.isAfter(now) ? to : now;
  }

  private void tell(Instant readUpTo) {
    Optional<Deadline> due = next().filter(deadline -> !deadline.dueAt().isAfter(readUpTo));
    while (due.isPresent()) {
      ask(new DeadlineReached(due.get(), readUpTo));
      if (state.deadlines().contains(due.get())) {
        throw new AssertionError("still running after it was told: " + due.get());
      }
      due = next().filter(deadline -> !deadline.dueAt().isAfter(readUpTo));
    }
  }

  private Optional<Deadline> next() {
    return state.deadlines().stream()
        .min(
            comparing(Deadline::dueAt)
                .thenComparing(Deadline::kind)
                .thenComparing(Deadline::detail));
  }

  private Decision ask(RecoveryCommand command) {
    RecoveryCase before = state;
    Answer answer = rules.answer(state, command);
    state = between.apply(answer.after());
    told.addAll(answer.events());
    steps.add(new Step(state, told.size()));
    Decision decision = answer.decision();
    for (BudgetMessage message : Holds.changes(before, state)) {
      decision = month(message).orElse(decision);
    }
    return decision;
  }

  /** The month answers at once, as far as it is awake. */
  private Optional<Decision> month(BudgetMessage message) {
    BudgetRules.Outcome outcome =
        BudgetRules.decide(months.getOrDefault(message.budget(), Budget.UNTOUCHED), message);
    months.put(message.budget(), outcome.after());
    BudgetReply reply = outcome.reply();
    if (reply == null || !awake) {
      return Optional.empty();
    }
    Asked asked = new Asked(ref, null, Actor.system("budget"), Role.SYSTEM, Set.of("*"), now);
    return Optional.of(
        ask(
            new BudgetAnswered(
                asked, reply.remedy(), reply.reservation(), reply.granted(), reply.left())));
  }

  /** The months of all who give, as they stand; cases of one evening share them. */
  Map<String, Budget> months() {
    return months;
  }

  Budget month(String budget) {
    return months.getOrDefault(budget, Budget.UNTOUCHED);
  }

  /** No month answers any more. */
  Evening monthsAreSilent() {
    awake = false;
    return this;
  }

  static Wish money(RemedyType type, long minorUnits, Currency currency) {
    return new Wish(type, new Money(minorUnits, currency), null, null, false, null);
  }

  static RootCause because(RootCause.Gap gap, RootCause.Cause cause, Department department) {
    return new RootCause(gap, cause, department);
  }
}
