package io.amends.orchestrator.domain;

import io.amends.contracts.Channel;
import io.amends.contracts.Place;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.time.calendar.AroundTheClock;
import io.amends.contracts.time.calendar.ServiceCalendar;
import io.amends.contracts.time.calendar.WeeklyHours;
import io.amends.contracts.time.calendar.WeeklyPeriod;
import io.amends.contracts.time.clock.BeforeDeparture;
import io.amends.contracts.time.clock.DepartureClock;
import io.amends.contracts.time.clock.FixedClock;
import io.amends.contracts.time.clock.FixedClock.SetBy;
import io.amends.contracts.time.clock.TargetClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is promised in a case, and the time it has: worked out from what the case has pinned.
 *
 * @param now the situation for which it is promised
 * @param made what was promised before
 */
record PromisePlan(CaseFacts facts, CasePolicy policy, Situation now, Promises made) {

  /**
   * A fix promised for less than half an hour before the door closes is none (policy: promises).
   */
  private static final Duration WORTHWHILE = Duration.ofMinutes(30);

  private static final Set<Clock> OFFICE =
      EnumSet.of(Clock.ACKNOWLEDGE, Clock.APOLOGISE, Clock.APPROVAL);

  static PromisePlan of(RecoveryCase state, Course.Open open) {
    return new PromisePlan(open.facts(), open.policy(), open.now(), state.promises());
  }

  /** What a guest is promised from the moment a failure is known, or known again. */
  List<Promise> all() {
    Instant from = now.since();
    List<Promise> promises = new ArrayList<>();
    promises.add(required(Clock.ACKNOWLEDGE, from));
    promises.add(required(Clock.APOLOGISE, from));
    promises.add(required(Clock.FIX, from));
    beforeDeparture(from).ifPresent(promises::add);
    if (now.cycle() == 1) { // whoever else was promised an answer has it, or still waits for it
      promises.addAll(toOthers(from));
    }
    afterStay(from).ifPresent(promises::add);
    return promises;
  }

  private List<Promise> toOthers(Instant from) {
    List<Promise> promises = new ArrayList<>();
    if (now.open() || isPublic(facts.channel())) {
      promises.addAll(inPublic(from));
    }
    if (facts.channel() == Channel.THIRD_PARTY_AUTHORITY) {
      promises.add(authority(from));
    }
    return promises;
  }

  /** As the policy has it for this severity; empty if it promises no such thing. */
  Optional<Promise> begin(Clock clock, Instant from) {
    var handling = policy.of(now.severity());
    Duration target = (now.inHouse() ? handling.inHouse() : handling.departed()).get(clock);
    return target == null
        ? Optional.empty()
        : Optional.of(
            Promise.of(clock, made.next(clock), new TargetClock(from, target, calendarOf(clock))));
  }

  Promise required(Clock clock, Instant from) {
    return begin(clock, from)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s: none (expected: a duration in the policy)".formatted(clock)));
  }

  /** How long the guest's answer is waited for. */
  Promise answer(Instant from) {
    return Promise.of(
        Clock.FOLLOW_UP_ANSWER,
        made.next(Clock.FOLLOW_UP_ANSWER),
        new TargetClock(from, policy.asking().answerWithin(), new AroundTheClock()));
  }

  /** A first answer in public, and when it counts as worse without one. */
  List<Promise> inPublic(Instant from) {
    List<Promise> promises = new ArrayList<>(List.of(required(Clock.FIRST_PUBLIC_ANSWER, from)));
    if (now.severity() != Severity.CRITICAL) {
      promises.add(
          Promise.of(
              Clock.PUBLIC_UNANSWERED,
              made.next(Clock.PUBLIC_UNANSWERED),
              new TargetClock(from, policy.asking().raiseAfter(), new AroundTheClock())));
    }
    return promises;
  }

  /** Before the guest leaves; empty if nobody knows when, or the guest has left. */
  Optional<Promise> beforeDeparture(Instant from) {
    Instant departure = now.departureAt();
    return !now.inHouse() || departure == null || !departure.isAfter(from)
        ? Optional.empty()
        : Optional.of(
            Promise.of(
                Clock.BEFORE_DEPARTURE,
                made.next(Clock.BEFORE_DEPARTURE),
                DepartureClock.from(from, rule(), departure)));
  }

  private BeforeDeparture rule() {
    return new BeforeDeparture(policy.beforeDeparture().latest(), WORTHWHILE);
  }

  /** When somebody asks how it was; empty if nobody knows when the stay ends. */
  Optional<Promise> afterStay(Instant from) {
    Instant departure = now.departureAt();
    if (departure == null) {
      return Optional.empty();
    }
    int days = (int) policy.asking().afterStay().toDays();
    Instant at = facts.place().zone().daysLater(departure, days, policy.asking().afterStayAt());
    return at.isBefore(from)
        ? Optional.empty()
        : Optional.of(
            Promise.of(
                Clock.FOLLOW_UP, made.next(Clock.FOLLOW_UP), new FixedClock(from, at, SetBy.STAY)));
  }

  private Promise authority(Instant from) {
    Instant statutory = facts.statutoryDueAt();
    return statutory == null || statutory.isBefore(from)
        ? required(Clock.AUTHORITY_ANSWER, from)
        : Promise.of(
            Clock.AUTHORITY_ANSWER,
            made.next(Clock.AUTHORITY_ANSWER),
            new FixedClock(from, statutory, SetBy.STATUTE));
  }

  /** After the stay, words have office hours; what is critical has all hours. */
  private ServiceCalendar calendarOf(Clock clock) {
    return now.inHouse() || now.severity() == Severity.CRITICAL || !OFFICE.contains(clock)
        ? new AroundTheClock()
        : officeHours(facts.place(), policy);
  }

  static ServiceCalendar officeHours(Place place, CasePolicy policy) {
    return new WeeklyHours(
        place.zone(),
        WeeklyPeriod.on(
            EnumSet.allOf(DayOfWeek.class), policy.office().from(), policy.office().to()),
        place.closedOn());
  }

  static boolean isPublic(Channel channel) {
    return channel == Channel.REVIEW_SITE || channel == Channel.SOCIAL_MEDIA;
  }
}
