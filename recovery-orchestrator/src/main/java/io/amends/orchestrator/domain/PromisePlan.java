package io.amends.orchestrator.domain;

import io.amends.contracts.Severity;
import io.amends.contracts.policy.Promises;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.time.calendar.AroundTheClock;
import io.amends.contracts.time.calendar.ServiceCalendar;
import io.amends.contracts.time.calendar.WeeklyHours;
import io.amends.contracts.time.calendar.WeeklyPeriod;
import io.amends.contracts.time.clock.BeforeDeparture;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;

/** What a guest is promised from the moment a failure is known. */
final class PromisePlan {

  /**
   * A fix promised for less than half an hour before the door closes is none (policy: promises).
   */
  private static final Duration WORTHWHILE = Duration.ofMinutes(30);

  private PromisePlan() {}

  static List<Promise> of(CaseFacts facts, Promises promises) {
    return facts.inHouse() ? inHouse(facts, promises.inHouse()) : departed(facts, promises);
  }

  private static List<Promise> inHouse(CaseFacts facts, Promises.InHouse promises) {
    Severity severity = facts.severity();
    Instant from = facts.detectedAt();
    return List.of(
        new Promise(Clock.ACKNOWLEDGE, from.plus(promises.acknowledge().of(severity))),
        new Promise(Clock.APOLOGISE, from.plus(promises.apologise().of(severity))),
        new Promise(Clock.FIX, fixBy(facts, promises)));
  }

  /** The earlier of the promised hours and the time before departure counts. */
  private static Instant fixBy(CaseFacts facts, Promises.InHouse promises) {
    Instant from = facts.detectedAt();
    Instant by = from.plus(promises.fix().of(facts.severity()));
    Instant departure = facts.departureAt();
    if (departure == null || !departure.isAfter(from)) {
      return by;
    }
    Instant before =
        new BeforeDeparture(promises.beforeDeparture().latest(), WORTHWHILE).dueAt(from, departure);
    return before.isBefore(by) ? before : by;
  }

  private static List<Promise> departed(CaseFacts facts, Promises promises) {
    Severity severity = facts.severity();
    ServiceCalendar office =
        severity == Severity.CRITICAL ? new AroundTheClock() : officeHours(facts, promises);
    Instant from = facts.detectedAt();
    return List.of(
        new Promise(
            Clock.ACKNOWLEDGE, office.plus(from, promises.departed().acknowledge().of(severity))),
        new Promise(
            Clock.APOLOGISE, office.plus(from, promises.departed().apologise().of(severity))),
        new Promise(Clock.FIX, from.plus(promises.departed().fix().of(severity))));
  }

  static ServiceCalendar officeHours(CaseFacts facts, Promises promises) {
    IanaZone zone = facts.place().zone();
    return new WeeklyHours(
        zone,
        WeeklyPeriod.on(
            EnumSet.allOf(DayOfWeek.class),
            promises.officeHours().from(),
            promises.officeHours().to()),
        List.of());
  }
}
