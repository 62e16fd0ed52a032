package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to one recovery case, in the order it happened.
 *
 * <p>Published on {@code recovery.case-events.v1}, keyed by guest id, so one partition tells all
 * that befell a guest. The type name is the header {@code ce_type}; the body does not repeat it. A
 * name never changes; a component may be added, never renamed or removed. Instants are UTC.
 */
public sealed interface RecoveryEvent {

  Stamp stamp();

  /** Where the case stands. */
  sealed interface OfCourse extends RecoveryEvent {}

  /**
   * What was done for the guest: the practical side and the person's (two effects of a failure).
   */
  sealed interface OfCare extends RecoveryEvent {}

  /** Whether what was promised was kept. */
  sealed interface OfPromises extends RecoveryEvent {}

  /** What the delay costs. */
  sealed interface OfCost extends RecoveryEvent {}

  /** Who was alerted. */
  sealed interface OfLadder extends RecoveryEvent {}

  /** What the guest receives. */
  sealed interface OfRemedies extends RecoveryEvent {}

  /**
   * A complaint was taken on as a service failure to recover.
   *
   * @param promises what the guest is promised from now on
   * @param tiers when the case gets dearer, in the order of time, the current one first
   * @param ladder who is alerted when, as long as nobody acknowledges
   */
  @JsonTypeName("amends.recovery.case-opened.v1")
  record CaseOpened(
      @JsonUnwrapped Stamp stamp,
      CaseFacts facts,
      CasePolicy policy,
      List<Promise> promises,
      List<TierStart> tiers,
      List<AlertStep> ladder)
      implements OfCourse {
    public CaseOpened {
      promises = List.copyOf(promises);
      tiers = List.copyOf(tiers);
      ladder = List.copyOf(ladder);
    }
  }

  /** Nothing more will be done for this case. */
  @JsonTypeName("amends.recovery.case-closed.v1")
  record CaseClosed(@JsonUnwrapped Stamp stamp) implements OfCourse {}

  /** Somebody told the guest "I have it". */
  @JsonTypeName("amends.recovery.complaint-acknowledged.v1")
  record ComplaintAcknowledged(@JsonUnwrapped Stamp stamp) implements OfCare {}

  /** Somebody apologised to the guest. */
  @JsonTypeName("amends.recovery.apology-made.v1")
  record ApologyMade(@JsonUnwrapped Stamp stamp) implements OfCare {}

  /**
   * It is fixed, or the guest accepted an alternative.
   *
   * @param checkBackBy when somebody will have asked whether it is really good now
   */
  @JsonTypeName("amends.recovery.fix-done.v1")
  record FixDone(@JsonUnwrapped Stamp stamp, Instant checkBackBy) implements OfCare {}

  /** Fixed and apologised for: this, not closing, ends the delay, and the case gets no dearer. */
  @JsonTypeName("amends.recovery.delay-ended.v1")
  record DelayEnded(@JsonUnwrapped Stamp stamp, CostTier tier) implements OfCare {}

  /**
   * Fixed, apologised for, and given at least what nobody falls below, or asked back without it.
   *
   * @param tier in which the delay ended
   * @param exposure what it stands at, an estimate by the 1-10-100 rule
   * @param exposureMoney the same in the property's currency
   * @param minutes from detection until fix, apology and outcome were all done
   * @param nextDayExposure what the next day would have cost by the rule, before any cap
   */
  @JsonTypeName("amends.recovery.made-good.v1")
  record MadeGood(
      @JsonUnwrapped Stamp stamp,
      CostTier tier,
      Nights exposure,
      Money exposureMoney,
      long minutes,
      Nights nextDayExposure,
      Money nextDayExposureMoney)
      implements OfCare {}

  /** Why it went wrong was found. */
  @JsonTypeName("amends.recovery.root-cause-found.v1")
  record RootCauseFound(@JsonUnwrapped Stamp stamp, RootCause rootCause) implements OfCare {}

  /** The guest has said whether it is really good now. */
  @JsonTypeName("amends.recovery.follow-up-answered.v1")
  record FollowUpAnswered(@JsonUnwrapped Stamp stamp) implements OfCare {}

  /** Somebody should ask the guest now whether it is really good; a message asks too. */
  @JsonTypeName("amends.recovery.follow-up-due.v1")
  record FollowUpDue(@JsonUnwrapped Stamp stamp) implements OfPromises {}

  /**
   * A promise was not kept by its hour, which is the stamp's.
   *
   * @param ladder who is alerted when, until it is kept after all
   */
  @JsonTypeName("amends.recovery.promise-broken.v1")
  record PromiseBroken(@JsonUnwrapped Stamp stamp, Clock clock, List<AlertStep> ladder)
      implements OfPromises {
    public PromiseBroken {
      ladder = List.copyOf(ladder);
    }
  }

  /**
   * The case has become dearer though nothing came in.
   *
   * @param exposureMoney the tier's exposure in the property's currency
   */
  @JsonTypeName("amends.recovery.tier-entered.v1")
  record TierEntered(@JsonUnwrapped Stamp stamp, TierStart tier, Money exposureMoney)
      implements OfCost {}

  /**
   * Somebody on duty is to be told, once.
   *
   * @param role whose turn it is
   * @param reasons what for; more than one if it is told late, all at once
   * @param late whether it is told after its hour, because the case or the system came late
   * @param answerBy the promise that runs out next, if one is running
   */
  @JsonTypeName("amends.recovery.staff-alerted.v1")
  record StaffAlerted(
      @JsonUnwrapped Stamp stamp,
      Role role,
      List<AlertStep> reasons,
      boolean late,
      @Nullable Promise answerBy)
      implements OfLadder {
    public StaffAlerted {
      reasons = List.copyOf(reasons);
    }
  }

  /** Rungs were reached at which nobody is told, since another cause speaks already. */
  @JsonTypeName("amends.recovery.alert-withheld.v1")
  record AlertWithheld(@JsonUnwrapped Stamp stamp, List<AlertStep> steps) implements OfLadder {
    public AlertWithheld {
      steps = List.copyOf(steps);
    }
  }

  /** The guest is given something, by somebody who may. */
  @JsonTypeName("amends.recovery.remedy-granted.v1")
  record RemedyGranted(@JsonUnwrapped Stamp stamp, Grant grant) implements OfRemedies {}
}
