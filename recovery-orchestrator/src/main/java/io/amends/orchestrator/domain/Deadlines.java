package io.amends.orchestrator.domain;

import io.amends.contracts.CaseRef;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.ClockState;
import io.amends.contracts.recovery.Remedy.Hold;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What will happen to a case if nobody does anything. */
final class Deadlines {

  /** How long a closed case is kept (the house's: a later reopening opens a new one). */
  static final Duration KEPT_AFTER_CLOSING = Duration.ofDays(90);

  /** How long an old number leads to the case it became part of; ours: longer than most cases. */
  static final Duration KEPT_AFTER_MERGING = Duration.ofDays(180);

  private Deadlines() {}

  static Set<Deadline> of(RecoveryCase state) {
    CaseRef ref = state.of();
    if (ref == null) {
      return Set.of();
    }
    return switch (state.course()) {
      case Course.NotOpened _ -> Set.of();
      case Course.Open open -> open(ref, state, open);
      case Course.Closed closed ->
          Set.of(new Deadline(ref, Deadline.Kind.FORGET, "", closed.at().plus(KEPT_AFTER_CLOSING)));
      case Course.Merged merged ->
          Set.of(new Deadline(ref, Deadline.Kind.FORGET, "", merged.at().plus(KEPT_AFTER_MERGING)));
    };
  }

  /** Those by which something becomes so: what every command settles first. */
  static Set<Deadline> facts(RecoveryCase state) {
    CaseRef ref = state.of();
    return ref != null && state.course() instanceof Course.Open ? facts(ref, state) : Set.of();
  }

  private static Set<Deadline> open(CaseRef ref, RecoveryCase state, Course.Open open) {
    Set<Deadline> deadlines = facts(ref, state);
    Warnings.pending(state, open)
        .map(w -> new Deadline(ref, Deadline.Kind.WARNING, w.detail(), w.at()))
        .forEach(deadlines::add);
    state.ladder().steps().stream()
        .map(s -> new Deadline(ref, Deadline.Kind.ALERT, detail(s), s.at()))
        .forEach(deadlines::add);
    return deadlines;
  }

  private static Set<Deadline> facts(CaseRef ref, RecoveryCase state) {
    Set<Deadline> deadlines = new HashSet<>();
    state.promises().running().forEach(clock -> promise(ref, clock, deadlines));
    state.promises().pauses().stream()
        .map(p -> new Deadline(ref, Deadline.Kind.PAUSE, p.reason(), p.until()))
        .forEach(deadlines::add);
    state
        .cost()
        .toCome()
        .map(t -> new Deadline(ref, Deadline.Kind.TIER, t.tier().name(), t.from()))
        .forEach(deadlines::add);
    state.remedies().waiting().forEach(remedy -> budget(ref, remedy.hold(), deadlines));
    return deadlines;
  }

  private static void promise(CaseRef ref, ClockState clock, Set<Deadline> deadlines) {
    Instant dueAt = clock.dueAt();
    if (dueAt != null) {
      deadlines.add(new Deadline(ref, Deadline.Kind.PROMISE, detail(clock), dueAt));
    }
  }

  private static void budget(CaseRef ref, @Nullable Hold hold, Set<Deadline> deadlines) {
    if (hold != null && hold.until() != null) {
      deadlines.add(new Deadline(ref, Deadline.Kind.BUDGET, hold.id(), hold.until()));
    }
  }

  static String detail(ClockState clock) {
    return clock.clock() + ":" + clock.number();
  }

  private static String detail(AlertStep step) {
    return Stream.of(step.cause(), orNone(step.clock()), step.role(), step.since().toEpochMilli())
        .map(Object::toString)
        .reduce((one, other) -> one + ':' + other)
        .orElseThrow();
  }

  private static Object orNone(@Nullable Object clock) {
    return clock == null ? "" : clock;
  }
}
