package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.CaseId;
import io.amends.contracts.GuestId;
import io.amends.contracts.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands, whole: whoever reads it needs no earlier event.
 *
 * @param caseVersion the version of the last event that is in it
 * @param tier the cost tier, or in which the guest was made good
 * @param owner who owns the recovery
 * @param tiers when it gets dearer, in the order of time; they stop when it is made good
 * @param ladder who is still to be alerted, and when
 * @param promises every promise and what became of it
 * @param delayEndedAt when it was fixed and apologised for: from then on it gets no dearer
 * @param madeGoodAt when the guest had also been given what nobody falls below
 */
@JsonTypeName("amends.recovery.case.v1")
public record CaseSnapshot(
    GuestId guestId,
    CaseId caseId,
    int caseVersion,
    Standing standing,
    CaseFacts facts,
    CasePolicy policy,
    CostTier tier,
    Role owner,
    List<ClockState> promises,
    List<TierStart> tiers,
    List<AlertStep> ladder,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant apologisedAt,
    @Nullable Instant fixedAt,
    @Nullable Instant delayEndedAt,
    @Nullable Instant madeGoodAt,
    @Nullable RootCause rootCause,
    boolean followedUp,
    List<Grant> grants,
    List<CommandMemory> lastCommands) {

  public CaseSnapshot {
    promises = List.copyOf(promises);
    tiers = List.copyOf(tiers);
    ladder = List.copyOf(ladder);
    grants = List.copyOf(grants);
    lastCommands = List.copyOf(lastCommands);
  }

  /** Whether something is still to be done. */
  public enum Standing {
    OPEN,
    CLOSED
  }

  /** What became of a promise. */
  public record ClockState(Clock clock, Instant dueAt, Result result, @Nullable Instant at) {

    /** Whether a promise runs, or how it ended. */
    public enum Result {
      RUNNING,
      MET,
      BREACHED,
      CANCELLED
    }
  }

  /** A command that was answered: a repeat gets the same answer. */
  public record CommandMemory(String commandId, CommandOutcome.Answer answer) {}
}
