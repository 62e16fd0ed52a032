package io.amends.orchestrator.domain;

import io.amends.contracts.CaseRef;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CaseSnapshot.Standing;
import io.amends.contracts.recovery.ComplaintStyle;
import io.amends.contracts.recovery.SameMatter;
import io.amends.orchestrator.domain.Care.Step;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A case as a snapshot and back: nothing is lost on the way, which a test proves. */
public final class Snapshots {

  private Snapshots() {}

  /**
   * The snapshot of an open or closed case.
   *
   * @throws IllegalArgumentException if the case was never opened
   */
  public static CaseSnapshot of(RecoveryCase state) {
    CaseRef ref = state.of();
    return switch (state.course()) {
      case Course.Open open when ref != null -> snapshot(state, ref, Standing.OPEN, open, null);
      case Course.Closed(var was, var at) when ref != null ->
          snapshot(state, ref, Standing.CLOSED, was, at);
      case Course.Merged(var was, var into, var at) when ref != null && was != null ->
          snapshot(state, ref, Standing.CLOSED, was.with(was.same().into(into)), at);
      case Course.NotOpened _, Course.Open _, Course.Closed _, Course.Merged _ ->
          throw new IllegalArgumentException("case: not opened (expected: opened)");
    };
  }

  private static CaseSnapshot snapshot(
      RecoveryCase state,
      CaseRef ref,
      Standing standing,
      Course.Open open,
      @Nullable Instant closedAt) {
    Care care = state.care();
    return new CaseSnapshot(
        ref.guestId(),
        ref.caseId(),
        state.version(),
        standing,
        open.facts(),
        open.policy(),
        open.now(),
        open.past(),
        state.cost().current().tier(),
        state.cost().current().owner(),
        state.promises().clocks(),
        state.promises().pauses(),
        state.cost().tiers(),
        state.ladder().steps(),
        state.ladder().told(),
        care.at(Step.ACKNOWLEDGED),
        care.at(Step.APOLOGISED),
        care.at(Step.FIXED),
        care.at(Step.DELAY_ENDED),
        care.at(Step.MADE_GOOD),
        care.rootCause(),
        care.prevention(),
        care.followed(),
        care.answered(),
        closedAt,
        state.remedies().all(),
        state.remedies().ledger(),
        state.lastCommands(),
        open.same(),
        ComplaintStyle.of(open.facts(), open.now(), open.same()));
  }

  /** The case that a snapshot shows. */
  public static RecoveryCase read(CaseSnapshot snapshot) {
    Course.Open open =
        new Course.Open(
            snapshot.facts(),
            snapshot.policy(),
            snapshot.now(),
            snapshot.past(),
            Objects.requireNonNull(snapshot.same()));
    Instant closedAt = snapshot.closedAt();
    boolean stopped = closedAt != null || snapshot.delayEndedAt() != null;
    return new RecoveryCase(
        new CaseRef(snapshot.guestId(), snapshot.caseId()),
        snapshot.caseVersion(),
        course(open, closedAt),
        care(snapshot),
        new Promises(snapshot.promises(), snapshot.pauses()),
        new Cost(snapshot.tiers(), entered(snapshot), stopped),
        new Ladder(snapshot.ladder(), snapshot.told()),
        new Remedies(snapshot.remedies(), snapshot.ledger()),
        snapshot.lastCommands());
  }

  private static Course course(Course.Open open, @Nullable Instant endedAt) {
    if (endedAt == null) {
      return open;
    }
    CaseRef into = open.same().mergedInto();
    if (into == null) {
      return new Course.Closed(open, endedAt);
    }
    SameMatter before = new SameMatter(open.same().joined(), open.same().suggested(), null);
    return new Course.Merged(open.with(before), into, endedAt);
  }

  private static Care care(CaseSnapshot snapshot) {
    Map<Step, Instant> done = new EnumMap<>(Step.class);
    put(done, Step.ACKNOWLEDGED, snapshot.acknowledgedAt());
    put(done, Step.APOLOGISED, snapshot.apologisedAt());
    put(done, Step.FIXED, snapshot.fixedAt());
    put(done, Step.DELAY_ENDED, snapshot.delayEndedAt());
    put(done, Step.MADE_GOOD, snapshot.madeGoodAt());
    return new Care(
        done,
        snapshot.rootCause(),
        snapshot.prevention(),
        snapshot.followed(),
        snapshot.answered());
  }

  private static void put(Map<Step, Instant> done, Step step, @Nullable Instant at) {
    if (at != null) {
      done.put(step, at);
    }
  }

  private static int entered(CaseSnapshot snapshot) {
    for (int i = 0; i < snapshot.tiers().size(); i++) {
      if (snapshot.tiers().get(i).tier() == snapshot.tier()) {
        return i + 1;
      }
    }
    throw new IllegalStateException(
        "tier: %s (expected: one of %s)".formatted(snapshot.tier(), snapshot.tiers()));
  }
}
