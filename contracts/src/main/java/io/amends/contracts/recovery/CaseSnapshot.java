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
 * @param past how earlier cycles ended
 * @param pauses what keeps clocks standing still
 * @param ladder who is still to be alerted, and when
 * @param told who was alerted in this cycle, or passed over since another cause spoke
 * @param answered how the guest found the recovery, if the guest said so
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
    Situation now,
    List<PastCycle> past,
    CostTier tier,
    Role owner,
    List<ClockState> promises,
    List<PauseState> pauses,
    List<TierStart> tiers,
    List<AlertStep> ladder,
    List<AlertStep> told,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant apologisedAt,
    @Nullable Instant fixedAt,
    @Nullable Instant delayEndedAt,
    @Nullable Instant madeGoodAt,
    @Nullable RootCause rootCause,
    Followed followed,
    @Nullable Answered answered,
    @Nullable Instant closedAt,
    List<Grant> grants,
    List<CommandMemory> lastCommands) {

  public CaseSnapshot {
    past = List.copyOf(past);
    promises = List.copyOf(promises);
    pauses = List.copyOf(pauses);
    told = List.copyOf(told);
    tiers = List.copyOf(tiers);
    ladder = List.copyOf(ladder);
    grants = List.copyOf(grants);
    lastCommands = List.copyOf(lastCommands);
  }

  /** The same with the values that it pins: where it lies, they lie once for many cases. */
  public CaseSnapshot with(CasePolicy pinned) {
    return new CaseSnapshot(
        guestId,
        caseId,
        caseVersion,
        standing,
        facts,
        pinned,
        now,
        past,
        tier,
        owner,
        promises,
        pauses,
        tiers,
        ladder,
        told,
        acknowledgedAt,
        apologisedAt,
        fixedAt,
        delayEndedAt,
        madeGoodAt,
        rootCause,
        followed,
        answered,
        closedAt,
        grants,
        lastCommands);
  }

  /** Whether something is still to be done. */
  public enum Standing {
    OPEN,
    CLOSED
  }

  /** Whether the guest has said if it is really good now. */
  public enum Followed {
    NOT_YET,
    ANSWERED,
    /** The answer was waited for long enough. */
    EXPIRED
  }

  /** A command that was answered: a repeat gets the same answer. */
  public record CommandMemory(String commandId, CommandOutcome.Answer answer) {}
}
