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
 * @param remedies what the guest was given or is to be given, and what became of it
 * @param ledger what was set aside and given for this case, entry by entry, none ever changed
 * @param prevention the record of what is done so that it does not happen again
 * @param promises every promise and what became of it
 * @param delayEndedAt when it was fixed and apologised for: from then on it gets no dearer
 * @param same what else is about the same matter
 * @param style how the guest responds, by what the guest did
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
    @Nullable String prevention,
    Followed followed,
    @Nullable Answered answered,
    @Nullable Instant closedAt,
    List<Remedy> remedies,
    List<LedgerEntry> ledger,
    List<CommandMemory> lastCommands,
    @Nullable SameMatter same,
    @Nullable ComplaintStyle style) {

  public CaseSnapshot {
    past = List.copyOf(past);
    promises = List.copyOf(promises);
    pauses = List.copyOf(pauses);
    same = same == null ? SameMatter.NONE : same;
    told = List.copyOf(told);
    tiers = List.copyOf(tiers);
    ladder = List.copyOf(ladder);
    remedies = List.copyOf(remedies);
    ledger = List.copyOf(ledger);
    lastCommands = List.copyOf(lastCommands);
  }

  /** What the guest was given and has not had to give back. */
  public List<Grant> given() {
    return remedies.stream()
        .filter(remedy -> remedy.standing() == Remedy.Standing.GIVEN)
        .map(Remedy::grant)
        .toList();
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
        prevention,
        followed,
        answered,
        closedAt,
        remedies,
        ledger,
        lastCommands,
        same,
        style);
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
