package io.amends.orchestrator.domain;

import io.amends.contracts.GuestId;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.AlertStep.Cause;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent.Change;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.recovery.TierStart;
import io.amends.contracts.time.clock.DepartureClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The guest moves or leaves, or the failure grows: what runs goes on, with other time. */
final class SituationChange {

  private SituationChange() {}

  static SituationChanged moved(RecoveryCase state, Course.Open open, Asked asked, String room) {
    Situation n = open.now();
    return event(state, open, asked, Change.ROOM_MOVED, n.inHouse(), room, n.departureAt());
  }

  static SituationChanged stay(
      RecoveryCase state, Course.Open open, Asked asked, Instant departureAt) {
    Situation n = open.now();
    return event(state, open, asked, Change.STAY_CHANGED, n.inHouse(), n.room(), departureAt);
  }

  static SituationChanged left(RecoveryCase state, Course.Open open, Asked asked, Instant at) {
    return event(state, open, asked, Change.GUEST_LEFT, false, open.now().room(), at);
  }

  /** The case stays where it is, and says whose it is now. */
  static SituationChanged linked(RecoveryCase state, Course.Open open, Asked asked, GuestId to) {
    return new SituationChanged(
        state.stampFor(asked),
        Change.GUEST_LINKED,
        open.now().linkedTo(to),
        List.of(),
        tiers(state.cost(), open, asked.at()),
        state.ladder().steps(),
        null);
  }

  private static SituationChanged event(
      RecoveryCase state,
      Course.Open open,
      Asked asked,
      Change why,
      boolean inHouse,
      @Nullable String room,
      @Nullable Instant departureAt) {
    Situation was = open.now();
    Situation now = was.whereabouts(inHouse, room, departureAt);
    Course.Open changed = open.with(now);
    List<Promise> moved =
        departureAt == null || departureAt.equals(was.departureAt())
            ? List.of()
            : withTheStay(state, changed, asked.at(), departureAt);
    return new SituationChanged(
        state.stampFor(asked),
        why,
        now,
        moved,
        tiers(state.cost(), changed, asked.at()),
        state.ladder().steps(),
        null);
  }

  /** What follows the departure moves with it, or begins if nobody knew it until now. */
  private static List<Promise> withTheStay(
      RecoveryCase state, Course.Open changed, Instant at, Instant departureAt) {
    PromisePlan plan = PromisePlan.of(state, changed);
    Optional<Promise> before =
        state
            .promises()
            .running(Clock.BEFORE_DEPARTURE)
            .map(clock -> moved(clock, departureAt, at))
            .or(
                () ->
                    state.care().has(Care.Step.FIXED)
                        ? Optional.empty()
                        : plan.beforeDeparture(at));
    Optional<Promise> after =
        plan.afterStay(at)
            .map(
                next ->
                    state
                        .promises()
                        .running(Clock.FOLLOW_UP)
                        .map(runs -> Promise.of(runs.clock(), runs.number(), next.time()))
                        .orElse(next));
    return Stream.of(before, after).flatMap(Optional::stream).toList();
  }

  private static Promise moved(ClockState clock, Instant departureAt, Instant at) {
    return clock.time() instanceof DepartureClock departure
        ? Promise.of(clock.clock(), clock.number(), departure.movedTo(departureAt, at))
        : Promise.of(clock.clock(), clock.number(), clock.time());
  }

  /** It has stood in public for too long: one step worse, for all that is still to come. */
  static SituationChanged worse(RecoveryCase state, Course.Open open, Asked asked) {
    Severity was = open.now().severity();
    Situation now = open.now().with(was == Severity.MINOR ? Severity.MAJOR : Severity.CRITICAL);
    Course.Open changed = open.with(now);
    List<TierStart> tiers = tiers(state.cost(), changed, asked.at());
    return new SituationChanged(
        state.stampFor(asked),
        Change.UNANSWERED_IN_PUBLIC,
        now,
        List.of(),
        tiers,
        ladder(state, changed, asked.at(), tiers.getFirst()),
        null);
  }

  /** The ladder of the new severity, without those who were told already. */
  static List<AlertStep> ladder(
      RecoveryCase state, Course.Open changed, Instant at, TierStart current) {
    List<AlertStep> steps = new ArrayList<>();
    state.ladder().steps().stream()
        .filter(step -> step.cause() != Cause.NOBODY_HAS_ACKNOWLEDGED)
        .forEach(steps::add);
    if (!state.care().has(Care.Step.ACKNOWLEDGED)) {
      LadderPlan.nobodyHasAcknowledged(changed).stream()
          .filter(step -> !state.ladder().hasTold(step))
          .map(step -> notBefore(step, at))
          .forEach(steps::add);
    }
    if (!state.cost().stopped() && current.owner() != state.cost().current().owner()) {
      steps.add(LadderPlan.one(changed, Cause.OWNER_NAMED, current.owner(), at));
    }
    return steps;
  }

  private static AlertStep notBefore(AlertStep step, Instant at) {
    return step.at().isBefore(at)
        ? new AlertStep(step.cause(), step.clock(), step.role(), step.since(), at, step.held())
        : step;
  }

  /** The current tier as it is now, and those to come; none begins before it was known to. */
  static List<TierStart> tiers(Cost cost, Course.Open changed, Instant at) {
    TierStart current = cost.current();
    if (cost.stopped()) {
      return List.of(current);
    }
    boolean takenOver = isTakenOver(cost, changed);
    List<TierStart> tiers = new ArrayList<>();
    for (TierStart each : TierPlan.of(changed, cost.tiers().getFirst().tier())) {
      TierStart planned = takenOver ? each.ownedBy(current.owner()) : each;
      if (planned.tier() == current.tier()) {
        tiers.add(from(planned, current.from()));
      } else if (planned.tier().compareTo(current.tier()) > 0) {
        TierStart next = planned.from().isBefore(at) ? from(planned, at) : planned;
        tiers.removeIf(t -> t.tier() != current.tier() && !t.from().isBefore(next.from()));
        tiers.add(next);
      }
    }
    if (tiers.isEmpty() || tiers.getFirst().tier() != current.tier()) {
      tiers.addFirst(current);
    }
    return tiers;
  }

  /** The centre has it since a promise broke after the stay: it does not give it back. */
  private static boolean isTakenOver(Cost cost, Course.Open changed) {
    return !changed.now().inHouse()
        && changed.handling().centre() != null
        && cost.current().owner() == changed.handling().centre();
  }

  private static TierStart from(TierStart tier, Instant from) {
    return new TierStart(tier.tier(), from, tier.factor(), tier.exposure(), tier.owner());
  }
}
