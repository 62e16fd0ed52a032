package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;

import io.amends.contracts.Origin;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.DoubleDeviation;
import io.amends.contracts.recovery.JoinedReport;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.ClocksResumed;
import io.amends.contracts.recovery.RecoveryEvent.ReportJoined;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.time.clock.TargetClock;
import io.amends.orchestrator.domain.RecoveryCommand.JoinReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The same thing told once more: the earliest detection counts, whoever told it is kept. After the
 * fix it is no repeat but the same failure again, and everything begins anew.
 */
final class Joining {

  /** A guest who was waited for and writes is not waited for any more. */
  private static final String WAITING_FOR_GUEST = "WAITING_FOR_GUEST";

  /** What runs from detection. */
  private static final Set<Clock> FROM_DETECTION =
      EnumSet.of(Clock.ACKNOWLEDGE, Clock.APOLOGISE, Clock.FIX);

  private Joining() {}

  static Decision toOpen(RecoveryCase state, Course.Open open, JoinReport c) {
    ReportJoined joined = joined(state, open, c);
    List<RecoveryEvent> events = new ArrayList<>(List.of(joined));
    Instant fixedAt = state.care().at(Care.Step.FIXED);
    if (c.byItself() && fixedAt != null && c.report().detectedAt().isAfter(fixedAt)) {
      events.add(again(state, open, c));
    } else if (c.report().origin() == Origin.GUEST
        && state.promises().pause(WAITING_FOR_GUEST).isPresent()) {
      events.add(new ClocksResumed(state.stampFor(c.asked(), 1), WAITING_FOR_GUEST, List.of()));
    }
    return new Decision.Done(events);
  }

  static Decision toClosed(RecoveryCase state, Course.Open was, JoinReport c) {
    ReportJoined joined =
        new ReportJoined(
            state.stampFor(c.asked()), c.report(), was.now(), List.of(), List.of(), List.of());
    return c.byItself() ? done(joined, again(state, was, c)) : done(joined);
  }

  private static RecoveryEvent again(RecoveryCase state, Course.Open open, JoinReport c) {
    return Reopening.event(state, open, c.asked(), null, DoubleDeviation.SAME_FAILURE_AGAIN, 1);
  }

  private static ReportJoined joined(RecoveryCase state, Course.Open open, JoinReport c) {
    JoinedReport report = c.report();
    Situation was = open.now();
    boolean earlier = was.cycle() == 1 && report.detectedAt().isBefore(was.since());
    boolean nowInPublic = report.open() && !was.open();
    Situation known = earlier ? was.knownSince(report.detectedAt()) : was;
    Course.Open changed = open.with(nowInPublic ? known.inPublic() : known);
    Stream<Promise> sooner = earlier ? sooner(state, report.detectedAt()) : Stream.of();
    Stream<Promise> inPublic =
        nowInPublic
            ? PromisePlan.of(state, changed).inPublic(report.detectedAt()).stream()
            : Stream.of();
    var tiers = SituationChange.tiers(state.cost(), changed, c.asked().at());
    return new ReportJoined(
        state.stampFor(c.asked()),
        report,
        changed.now(),
        Stream.concat(sooner, inPublic).toList(),
        tiers,
        earlier
            ? SituationChange.ladder(state, changed, c.asked().at(), tiers.getFirst())
            : state.ladder().steps());
  }

  /** What runs from detection, from the earlier one. */
  static Stream<Promise> sooner(RecoveryCase state, Instant since) {
    return state
        .promises()
        .running()
        .filter(clock -> FROM_DETECTION.contains(clock.clock()))
        .flatMap(clock -> from(clock, since));
  }

  private static Stream<Promise> from(ClockState clock, Instant since) {
    return clock.time() instanceof TargetClock t
        ? Stream.of(
            Promise.of(
                clock.clock(),
                clock.number(),
                new TargetClock(since, t.target(), t.calendar(), t.pauses())))
        : Stream.of();
  }
}
