package io.amends.desk.view;

import io.amends.contracts.Money;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CasePolicy.Need;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CaseSnapshot.ClockState;
import io.amends.contracts.recovery.Grant;
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
import io.amends.contracts.recovery.Stamp;
import io.amends.contracts.recovery.TierStart;
import io.amends.desk.view.Line.Value;
import io.amends.desk.view.Line.Value.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one place that knows the shape of recovery's snapshots and events. */
public final class Recovery {

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
        facts.room(),
        facts.issue(),
        facts.failureType().name(),
        facts.department().name(),
        facts.severity().name(),
        facts.origin().name(),
        facts.channel().name(),
        facts.flags().stream().map(Enum::name).collect(Collectors.toSet()),
        facts.open(),
        facts.occurredAt(),
        facts.detectedAt(),
        facts.departureAt(),
        facts.guestTier(),
        facts.textId(),
        now.tier().name(),
        now.owner().name(),
        now.tiers().stream().map(tier -> tier(tier, night)).toList(),
        now.promises().stream().map(promise -> promise(promise, now)).toList(),
        now.ladder().stream()
            .map(step -> new Sheet.Alert(step.cause().name(), step.role().name(), step.at()))
            .toList(),
        now.acknowledgedAt(),
        now.apologisedAt(),
        now.fixedAt(),
        now.delayEndedAt(),
        now.madeGoodAt(),
        cause(now),
        now.grants().stream().map(Recovery::given).toList(),
        limits(now.policy(), night),
        band(now, night),
        Arrays.stream(Need.values())
            .filter(need -> now.policy().toClose().contains(need) && !isMet(need, now))
            .map(Enum::name)
            .toList(),
        List.of(),
        now.policy().id());
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
          case FIX -> now.fixedAt() != null;
          case CHECK_BACK -> now.followedUp();
        };
    boolean owed =
        now.standing() == CaseSnapshot.Standing.OPEN
            && !done
            && promise.result() != ClockState.Result.CANCELLED;
    return new Sheet.Promise(
        promise.clock().name(),
        now.facts().detectedAt(),
        promise.dueAt(),
        promise.result().name(),
        promise.at(),
        owed,
        List.of());
  }

  private static Sheet.@Nullable Cause cause(CaseSnapshot now) {
    var found = now.rootCause();
    return found == null
        ? null
        : new Sheet.Cause(found.gap().name(), found.cause().name(), found.department().name());
  }

  private static Sheet.Given given(Grant grant) {
    return new Sheet.Given(grant.type().name(), grant.money(), grant.points());
  }

  private static Map<String, Money> limits(CasePolicy policy, Money night) {
    Map<Role, Money> limits = new EnumMap<>(Role.class);
    policy.perCase().forEach((role, limit) -> limits.put(role, limit.at(night)));
    return limits.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
  }

  private static Sheet.Band band(CaseSnapshot now, Money night) {
    BigDecimal times = now.policy().outcomeTimes().getOrDefault(now.tier(), BigDecimal.ONE);
    var band = now.policy().outcome();
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
      case FOLLOW_UP_ANSWERED_OR_EXPIRED -> now.followedUp();
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
                  code("remedy.", e.grant().type()),
                  money(e.grant().money()),
                  number(e.grant().points() == null ? 0 : e.grant().points()));
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
          case FixDone e -> List.of(new Value(Kind.TIME, e.checkBackBy().toString()));
          case ComplaintAcknowledged _,
              ApologyMade _,
              CaseClosed _,
              RecoveryEvent.FollowUpAnswered _,
              RecoveryEvent.FollowUpDue _,
              RecoveryEvent.AlertWithheld _ ->
              List.of();
        };
    return new Line(
        event.getClass().getSimpleName(), stamp.actor().value(), stamp.occurredAt(), values);
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
      case PromiseBroken e -> Map.of("broken_" + e.clock().name(), 1);
      case RootCauseFound e ->
          Map.of(
              "gap", e.rootCause().gap().name(),
              "cause", e.rootCause().cause().name(),
              "department", e.rootCause().department().name());
      case CaseClosed e -> Map.of("closed", millis(e.stamp()));
      case RemedyGranted e -> Map.of("+given", e.grant().money().minorUnits());
      case StaffAlerted _,
          RecoveryEvent.FollowUpAnswered _,
          RecoveryEvent.FollowUpDue _,
          RecoveryEvent.AlertWithheld _ ->
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
    columns.put("sensitive", facts.flags().isEmpty() ? 0 : 1);
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
