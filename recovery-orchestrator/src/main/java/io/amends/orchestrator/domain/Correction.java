package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Decision.done;

import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.Promise;
import io.amends.contracts.recovery.RecoveryEvent.Change;
import io.amends.contracts.recovery.RecoveryEvent.PolicySwitched;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.recovery.TierStart;
import io.amends.contracts.time.clock.TargetClock;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectDetection;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectSeverity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was taken wrongly is put right: a fact of its own, by somebody who may. What runs keeps what
 * it has had and what it stood still; what is over stays as it ended.
 */
final class Correction {

  private static final Decision ALREADY = new Moot(Why.ALREADY_DONE);

  private Correction() {}

  /** Anybody may find it worse; only a duty manager less bad, and never below what it is about. */
  static Decision severity(RecoveryCase state, Course.Open open, CorrectSeverity c) {
    Severity was = open.now().severity();
    if (c.severity() == was) {
      return ALREADY;
    }
    if (c.severity().compareTo(was) < 0) {
      Optional<Decision> notByThis = Ranks.refusedBelow(Role.DUTY_MANAGER, c.asked().as());
      Severity lowest = open.policy().lowest();
      if (notByThis.isPresent()) {
        return notByThis.get();
      }
      if (lowest != null && c.severity().compareTo(lowest) < 0) {
        return Decision.refused(new Code.TooLow(lowest));
      }
    }
    Course.Open changed = open.with(open.now().with(c.severity()));
    List<Promise> moved = retargeted(state, changed, c.asked().at()).toList();
    return done(changed(state, c.asked(), Change.SEVERITY_CORRECTED, changed, moved, c.reason()));
  }

  /** The guest's clocks run from detection, so what was promised then may have broken already. */
  static Decision detection(RecoveryCase state, Course.Open open, CorrectDetection c) {
    Optional<Decision> notByThis = Ranks.refusedBelow(Role.DUTY_MANAGER, c.asked().as());
    if (notByThis.isPresent()) {
      return notByThis.get();
    }
    Situation was = open.now();
    Instant at = c.detectedAt();
    if (at.equals(was.since())) {
      return ALREADY;
    }
    if (was.cycle() > 1) {
      return new Moot(Why.NOTHING_TO_DO); // this cycle runs from the reopening
    }
    if (at.isBefore(open.facts().occurredAt()) || at.isAfter(c.asked().at())) {
      return Decision.refused(new Code.NotThen(open.facts().occurredAt(), c.asked().at()));
    }
    Course.Open changed = open.with(was.knownSince(at));
    List<Promise> moved = Joining.sooner(state, at).toList();
    return done(changed(state, c.asked(), Change.DETECTION_CORRECTED, changed, moved, c.reason()));
  }

  /** Another version of the policy: elapsed time and pauses are kept. */
  static PolicySwitched policy(
      RecoveryCase state, Course.Open open, Asked asked, CasePolicy other) {
    Course.Open changed = open.with(other);
    List<TierStart> tiers = SituationChange.tiers(state.cost(), changed, asked.at());
    return new PolicySwitched(
        state.stampFor(asked),
        other,
        retargeted(state, changed, asked.at()).toList(),
        tiers,
        SituationChange.ladder(state, changed, asked.at(), tiers.getFirst()));
  }

  private static SituationChanged changed(
      RecoveryCase state,
      Asked asked,
      Change why,
      Course.Open changed,
      List<Promise> moved,
      @Nullable String reason) {
    List<TierStart> tiers = SituationChange.tiers(state.cost(), changed, asked.at());
    return new SituationChanged(
        state.stampFor(asked),
        why,
        changed.now(),
        moved,
        tiers,
        SituationChange.ladder(state, changed, asked.at(), tiers.getFirst()),
        reason);
  }

  /** What runs, with the time that it now has; what would be over by then keeps what it had. */
  private static Stream<Promise> retargeted(RecoveryCase state, Course.Open changed, Instant at) {
    PromisePlan plan = PromisePlan.of(state, changed);
    return state
        .promises()
        .running()
        .flatMap(clock -> retargeted(clock, plan).stream())
        .filter(promise -> promise.dueAt() == null || promise.dueAt().isAfter(at));
  }

  private static Optional<Promise> retargeted(ClockState clock, PromisePlan plan) {
    return plan.begin(clock.clock(), clock.time().start())
        .filter(_ -> clock.time() instanceof TargetClock)
        .map(
            fresh -> {
              TargetClock now = (TargetClock) fresh.time();
              TargetClock was = (TargetClock) clock.time();
              return Promise.of(
                  clock.clock(), clock.number(), was.under(now.target(), now.calendar()));
            })
        .filter(promise -> !promise.time().equals(clock.time()));
  }
}
