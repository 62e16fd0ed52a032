package io.amends.orchestrator.domain;

import io.amends.contracts.CaseRef;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CaseSnapshot.Standing;

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
      case Course.Open(var facts, var policy) when ref != null ->
          snapshot(state, ref, Standing.OPEN, facts, policy);
      case Course.Closed(var facts, var policy) when ref != null ->
          snapshot(state, ref, Standing.CLOSED, facts, policy);
      case Course.NotOpened _, Course.Open _, Course.Closed _ ->
          throw new IllegalArgumentException("case: not opened (expected: opened)");
    };
  }

  private static CaseSnapshot snapshot(
      RecoveryCase state,
      CaseRef ref,
      Standing standing,
      io.amends.contracts.recovery.CaseFacts facts,
      io.amends.contracts.recovery.CasePolicy policy) {
    Care care = state.care();
    return new CaseSnapshot(
        ref.guestId(),
        ref.caseId(),
        state.version(),
        standing,
        facts,
        policy,
        state.cost().current().tier(),
        state.cost().current().owner(),
        state.promises().clocks(),
        state.cost().tiers(),
        state.ladder().steps(),
        care.acknowledgedAt(),
        care.apologisedAt(),
        care.fixedAt(),
        care.delayEndedAt(),
        care.madeGoodAt(),
        care.rootCause(),
        care.followedUp(),
        state.remedies().grants(),
        state.lastCommands());
  }

  /** The case that a snapshot shows. */
  public static RecoveryCase read(CaseSnapshot snapshot) {
    boolean open = snapshot.standing() == Standing.OPEN;
    return new RecoveryCase(
        new CaseRef(snapshot.guestId(), snapshot.caseId()),
        snapshot.caseVersion(),
        open
            ? new Course.Open(snapshot.facts(), snapshot.policy())
            : new Course.Closed(snapshot.facts(), snapshot.policy()),
        new Care(
            snapshot.acknowledgedAt(),
            snapshot.apologisedAt(),
            snapshot.fixedAt(),
            snapshot.delayEndedAt(),
            snapshot.madeGoodAt(),
            snapshot.rootCause(),
            snapshot.followedUp()),
        new Promises(snapshot.promises()),
        new Cost(snapshot.tiers(), entered(snapshot), !open || snapshot.delayEndedAt() != null),
        new Ladder(snapshot.ladder()),
        new Remedies(snapshot.grants()),
        snapshot.lastCommands());
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
