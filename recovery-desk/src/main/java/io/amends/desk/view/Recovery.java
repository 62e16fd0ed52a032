package io.amends.desk.view;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CasePolicy.Need;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CaseSnapshot.Followed;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.Grant;
import io.amends.contracts.recovery.LedgerEntry;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.ApologyMade;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.DelayEnded;
import io.amends.contracts.recovery.RecoveryEvent.FixDone;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.PromiseBroken;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.RootCauseFound;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.Stamp;
import io.amends.contracts.recovery.TierStart;
import io.amends.desk.view.Line.Value;
import io.amends.desk.view.Line.Value.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one place that knows the shape of recovery's snapshots and events. */
public final class Recovery {

  /** What the reports count, as columns of the table of facts. */
  private static final Set<Clock> COUNTED =
      EnumSet.of(Clock.ACKNOWLEDGE, Clock.APOLOGISE, Clock.FIX);

  private Recovery() {}

  /** A case as the pages tell it. */
  public static Sheet sheet(CaseSnapshot now) {
    var facts = now.facts();
    Money night = facts.place().referenceNight();
    return new Sheet(
        now.caseId().value(),
        now.guestId().value(),
        now.caseVersion(),
        now.standing() == CaseSnapshot.Standing.OPEN,
        facts.place().propertyId().value(),
        facts.place().zone(),
        night,
        now.now().room(),
        facts.issue(),
        facts.failureType().name(),
        now.now().department().name(),
        now.now().severity().name(),
        facts.origin().name(),
        facts.channel().name(),
        facts.flags().stream().map(Enum::name).collect(Collectors.toSet()),
        now.now().open(),
        facts.occurredAt(),
        facts.detectedAt(),
        now.now().departureAt(),
        facts.guestTier(),
        facts.textId(),
        now.tier().name(),
        now.owner().name(),
        now.tiers().stream().map(tier -> tier(tier, night)).toList(),
        now.promises().stream()
            .filter(promise -> promise.cycle() == now.now().cycle() || promise.runs())
            .filter(promise -> promise.clock() != Clock.PUBLIC_UNANSWERED)
            .map(promise -> promise(promise, now))
            .toList(),
        now.ladder().stream()
            .map(step -> new Sheet.Alert(step.cause().name(), step.role().name(), step.at()))
            .toList(),
        now.acknowledgedAt(),
        now.apologisedAt(),
        now.fixedAt(),
        now.delayEndedAt(),
        now.madeGoodAt(),
        cause(now),
        Besides.given(now),
        waiting(now, night),
        limits(now.policy(), night),
        band(now, night),
        Arrays.stream(Need.values())
            .filter(need -> now.policy().toClose().contains(need) && !isMet(need, now))
            .map(Enum::name)
            .toList(),
        fits(now),
        now.policy().id(),
        Besides.of(now));
  }

  /** What answers what went wrong comes before what fits its severity. */
  private static List<String> fits(CaseSnapshot now) {
    return Stream.concat(
            now.policy().instead().stream(), now.policy().of(now.now().severity()).fits().stream())
        .map(Enum::name)
        .distinct()
        .toList();
  }

  private static Sheet.Tier tier(TierStart start, Money night) {
    return new Sheet.Tier(
        start.tier().name(),
        start.from(),
        start.factor(),
        start.exposure().at(night),
        start.owner().name());
  }

  private static Sheet.Promise promise(ClockState promise, CaseSnapshot now) {
    boolean done =
        switch (promise.clock()) {
          case ACKNOWLEDGE -> now.acknowledgedAt() != null;
          case APOLOGISE -> now.apologisedAt() != null;
          case FIX, BEFORE_DEPARTURE, NEXT_UPDATE, DEPARTMENT_ACCEPTS -> now.fixedAt() != null;
          case CHECK_BACK, FOLLOW_UP_ANSWER -> now.followed() != Followed.NOT_YET;
          case FIRST_PUBLIC_ANSWER,
              AUTHORITY_ANSWER,
              APPROVAL,
              REMEDY_REACHES_GUEST,
              FOLLOW_UP,
              PUBLIC_UNANSWERED ->
              promise.result() == ClockState.Result.MET;
        };
    boolean owed =
        now.standing() == CaseSnapshot.Standing.OPEN
            && !done
            && promise.result() != ClockState.Result.MET
            && promise.result() != ClockState.Result.CANCELLED
            && isLatest(promise, now);
    return new Sheet.Promise(
        promise.clock().name(),
        promise.time().start(),
        promise.dueAt(),
        promise.result().name(),
        promise.at(),
        owed,
        promise.dueAt() == null
            ? List.of()
            : promise.time().explain(promise.dueAt(), now.facts().place().zone()));
  }

  /** A guest is updated more than once: what was missed is made up for by the next. */
  private static boolean isLatest(ClockState promise, CaseSnapshot now) {
    return now.promises().stream()
        .noneMatch(other -> other.clock() == promise.clock() && other.number() > promise.number());
  }

  private static Sheet.@Nullable Cause cause(CaseSnapshot now) {
    var found = now.rootCause();
    return found == null
        ? null
        : new Sheet.Cause(found.gap().name(), found.cause().name(), found.department().name());
  }

  /** What waits for somebody's leave; who was asked and all above may give it. */
  private static List<Sheet.Waiting> waiting(CaseSnapshot now, Money night) {
    Nights total =
        now.remedies().stream()
            .filter(each -> each.pends() || each.standing() == Remedy.Standing.GIVEN)
            .map(each -> each.grant().counted())
            .reduce(Nights.ZERO, Nights::plus);
    return now.remedies().stream()
        .filter(Remedy::pends)
        .flatMap(each -> Stream.ofNullable(each.approval()).map(asked -> waiting(each, asked, now)))
        .map(each -> each.apply(total.at(night)))
        .toList();
  }

  private static Function<Money, Sheet.Waiting> waiting(
      Remedy remedy, Remedy.Approval asked, CaseSnapshot now) {
    Grant grant = remedy.grant();
    return total ->
        new Sheet.Waiting(
            remedy.number(),
            grant.type().name(),
            grant.money(),
            grant.points(),
            total,
            remedy.by().value(),
            remedy.as().name(),
            remedy.reason(),
            remedy.askedAt(),
            asked.of().name(),
            remedy.route().stream().map(Enum::name).collect(Collectors.toSet()),
            answerBy(asked, now));
  }

  private static @Nullable Instant answerBy(Remedy.Approval asked, CaseSnapshot now) {
    return now.promises().stream()
        .filter(promise -> promise.clock() == Clock.APPROVAL && promise.number() == asked.clock())
        .flatMap(promise -> Stream.ofNullable(promise.dueAt()))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Money> limits(CasePolicy policy, Money night) {
    Map<Role, Money> limits = new EnumMap<>(Role.class);
    policy.limits().forEach((role, limit) -> limits.put(role, limit.perCase().at(night)));
    return limits.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }

  private static Sheet.Band band(CaseSnapshot now, Money night) {
    BigDecimal times = now.policy().outcomeTimes().getOrDefault(now.tier(), BigDecimal.ONE);
    if (now.now().failedTwice()) {
      times = times.multiply(now.policy().secondTimes());
    }
    var band = now.policy().of(now.now().severity()).outcome();
    return new Sheet.Band(
        band.floor().times(times).at(night),
        band.usual().times(times).at(night),
        band.ceiling().times(times).at(night));
  }

  private static boolean isMet(Need need, CaseSnapshot now) {
    return switch (need) {
      case FIX -> now.fixedAt() != null;
      case CARE -> now.apologisedAt() != null;
      case ROOT_CAUSE, DEPARTMENT -> now.rootCause() != null;
      case FOLLOW_UP_ANSWERED_OR_EXPIRED -> now.followed() != Followed.NOT_YET;
    };
  }

  /** What happened, as a line of the timeline. */
  public static Line line(RecoveryEvent event) {
    Stamp stamp = event.stamp();
    List<Value> values =
        switch (event) {
          case CaseOpened e ->
              List.of(code("issue.", e.facts().issue()), code("origin.", e.facts().origin()));
          case PromiseBroken e -> List.of(code("clock.", e.clock()));
          case TierEntered e ->
              List.of(
                  number(e.tier().factor()),
                  code("tier.", e.tier().tier()),
                  money(e.exposureMoney()),
                  code("role.", e.tier().owner()));
          case StaffAlerted e ->
              List.of(code("role.", e.role()), code("cause.", e.reasons().getFirst().cause()));
          case RemedyGranted e ->
              List.of(
                  code("remedy.", e.remedy().grant().type()),
                  money(e.remedy().grant().money()),
                  number(e.remedy().grant().points() == null ? 0 : e.remedy().grant().points()));
          case RecoveryEvent.RemedyRequested e ->
              List.of(
                  code("remedy.", e.remedy().grant().type()), money(e.remedy().grant().money()));
          case RecoveryEvent.ApprovalAsked e -> List.of(code("role.", e.of()));
          case MadeGood e ->
              List.of(
                  number(e.minutes()),
                  code("tier.", e.tier()),
                  money(e.exposureMoney()),
                  money(e.nextDayExposureMoney()));
          case DelayEnded e -> List.of(code("tier.", e.tier()));
          case RootCauseFound e ->
              List.of(
                  code("gap.", e.rootCause().gap()),
                  code("rootcause.", e.rootCause().cause()),
                  code("department.", e.rootCause().department()));
          case FixDone e -> due(e.asking());
          case RecoveryEvent.PromiseWarned e -> List.of(code("clock.", e.clock()));
          case RecoveryEvent.SituationChanged e ->
              e.reason() == null ? List.of() : List.of(code("corrected.", e.reason()));
          case RecoveryEvent.HandedOver e -> List.of(code("department.", e.to()));
          case RecoveryEvent.OfCourse _,
              RecoveryEvent.OfCare _,
              RecoveryEvent.OfPromises _,
              RecoveryEvent.RemedyReached _,
              RecoveryEvent.BudgetAsked _,
              RecoveryEvent.BudgetRefused _,
              RecoveryEvent.RemedyApproved _,
              RecoveryEvent.OwnApprovalRefused _,
              RecoveryEvent.RemedyDeclined _,
              RecoveryEvent.RemedyTakenBack _,
              RecoveryEvent.AlertWithheld _,
              RecoveryEvent.AlertHeld _ ->
              List.of();
        };
    return new Line(
        event.getClass().getSimpleName(), stamp.actor().value(), stamp.occurredAt(), values);
  }

  private static List<Value> due(Promise promise) {
    Instant dueAt = promise.dueAt();
    return dueAt == null ? List.of() : List.of(new Value(Kind.TIME, dueAt.toString()));
  }

  /** What an event writes into the ledger. */
  static List<LedgerEntry> entries(RecoveryEvent event) {
    return switch (event) {
      case RecoveryEvent.RemedyRequested e -> e.entries();
      case RemedyGranted e -> e.entries();
      case RecoveryEvent.RemedyDeclined e -> e.entries();
      case RecoveryEvent.RemedyTakenBack e -> e.entries();
      case RecoveryEvent.OfCourse _,
          RecoveryEvent.OfCare _,
          RecoveryEvent.OfPromises _,
          RecoveryEvent.OfCost _,
          RecoveryEvent.OfLadder _,
          RecoveryEvent.OfRemedies _ ->
          List.of();
    };
  }

  /** What a report counts about the case from now on: columns of the table of facts. */
  public static Map<String, Object> facts(RecoveryEvent event) {
    return switch (event) {
      case CaseOpened e -> opened(e);
      case ComplaintAcknowledged e ->
          Map.of("held_by", e.stamp().actor().value(), "acknowledged", millis(e.stamp()));
      case ApologyMade e -> Map.of("apologised", millis(e.stamp()));
      case FixDone e -> Map.of("fixed", millis(e.stamp()));
      case MadeGood e ->
          Map.of(
              "tier", e.tier().name(),
              "exposure", e.exposureMoney().minorUnits(),
              "minutes", e.minutes());
      case DelayEnded e -> Map.of("tier", e.tier().name());
      case TierEntered e ->
          Map.of("tier", e.tier().tier().name(), "exposure", e.exposureMoney().minorUnits());
      case PromiseBroken e when COUNTED.contains(e.clock()) ->
          Map.of("broken_" + e.clock().name(), 1);
      case RootCauseFound e ->
          Map.of(
              "gap", e.rootCause().gap().name(),
              "cause", e.rootCause().cause().name(),
              "department", e.rootCause().department().name());
      case CaseClosed e -> Map.of("closed", millis(e.stamp()));
      case RemedyGranted e -> Map.of("+given", e.remedy().grant().money().minorUnits());
      case RecoveryEvent.RemedyTakenBack e ->
          Map.of("+given", e.entries().stream().mapToLong(line -> line.money().minorUnits()).sum());
      case RecoveryEvent.CaseReopened e ->
          Map.of(
              "+second_failures",
              1,
              "-closed",
              0,
              "more_money",
              e.moreMoney() ? 1 : 0,
              "apology_by",
              e.apologyBy().name());
      case RecoveryEvent.DoubleDeviationFound _ -> Map.of("+second_failures", 1);
      case RecoveryEvent.HandedOver e -> Map.of("department", e.to().name());
      // what has become part of another case is counted there
      case RecoveryEvent.CaseMerged e -> Map.of("closed", millis(e.stamp()), "-opened", 0);
      case RecoveryEvent.OfCourse _,
          RecoveryEvent.OfCare _,
          RecoveryEvent.OfPromises _,
          RecoveryEvent.OfLadder _,
          RecoveryEvent.OfRemedies _ ->
          Map.of();
    };
  }

  private static Map<String, Object> opened(CaseOpened e) {
    var facts = e.facts();
    Map<String, Object> columns = new java.util.TreeMap<>();
    columns.put("property", facts.place().propertyId().value());
    columns.put("department", facts.department().name());
    columns.put("issue", facts.issue());
    columns.put("severity", facts.severity().name());
    columns.put("origin", facts.origin().name());
    columns.put(
        "sensitive",
        facts.flags().stream().map(Enum::name).anyMatch(Sheet.SENSITIVE::contains) ? 1 : 0);
    columns.put("opened", facts.detectedAt().toEpochMilli());
    columns.put("night", facts.place().referenceNight().minorUnits());
    columns.put("currency", facts.place().referenceNight().currency().getCurrencyCode());
    e.tiers().stream()
        .findFirst()
        .ifPresent(
            first -> {
              columns.put("tier", first.tier().name());
              columns.put(
                  "exposure", first.exposure().at(facts.place().referenceNight()).minorUnits());
            });
    Stream.of("ACKNOWLEDGE", "APOLOGISE", "FIX")
        .filter(clock -> e.promises().stream().anyMatch(p -> p.clock().name().equals(clock)))
        .forEach(clock -> columns.put("promised_" + clock, 1));
    return columns;
  }

  private static long millis(Stamp stamp) {
    return stamp.occurredAt().toEpochMilli();
  }

  private static Value code(String bundle, Object code) {
    return new Value(Kind.CODE, bundle + code);
  }

  private static Value number(Object number) {
    return new Value(
        Kind.NUMBER, number instanceof BigDecimal d ? d.toPlainString() : number.toString());
  }

  private static Value money(Money money) {
    return new Value(Kind.MONEY, money.currency().getCurrencyCode() + " " + money.minorUnits());
  }

  /** When it happened at the hotel. */
  static Instant at(RecoveryEvent event) {
    return event.stamp().occurredAt();
  }
}
