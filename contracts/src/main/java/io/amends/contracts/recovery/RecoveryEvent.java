package io.amends.contracts.recovery;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Department;
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

  /**
   * It was not good after all, and everything begins again from now: a double deviation.
   *
   * @param facts as in the opening: who has put a closed case away needs them again
   * @param ended how the cycle before ended
   * @param now how it stands from now on
   * @param answered what the guest said, if that is why
   * @param moreMoney whether more money may help; not where the guest found the money fair
   * @param apologyBy who apologises this time
   * @param promises what the guest is promised anew
   * @param tiers when the case gets dearer, the current one first
   */
  @JsonTypeName("amends.recovery.case-reopened.v1")
  record CaseReopened(
      @JsonUnwrapped Stamp stamp,
      CaseFacts facts,
      PastCycle ended,
      Situation now,
      @Nullable Answered answered,
      boolean moreMoney,
      Role apologyBy,
      List<Promise> promises,
      List<TierStart> tiers,
      List<AlertStep> ladder)
      implements OfCourse {
    public CaseReopened {
      promises = List.copyOf(promises);
      tiers = List.copyOf(tiers);
      ladder = List.copyOf(ladder);
    }
  }

  /**
   * Something about the guest or the failure has changed, and promises with it.
   *
   * @param why what changed
   * @param now how it stands from now on
   * @param moved promises that run with other time than before, or begin
   * @param tiers the dearer tiers still to come, as they are from now on
   * @param ladder who is still to be alerted from now on, instead of whoever was
   * @param reason of a correction, a code
   */
  @JsonTypeName("amends.recovery.situation-changed.v1")
  record SituationChanged(
      @JsonUnwrapped Stamp stamp,
      Change why,
      Situation now,
      List<Promise> moved,
      List<TierStart> tiers,
      List<AlertStep> ladder,
      @Nullable String reason)
      implements OfCourse {
    public SituationChanged {
      moved = List.copyOf(moved);
      tiers = List.copyOf(tiers);
      ladder = List.copyOf(ladder);
    }
  }

  /** What changes in a case while it is handled. */
  enum Change {
    ROOM_MOVED,
    STAY_CHANGED,
    GUEST_LEFT,
    /** It has stood in public for too long without an answer. */
    UNANSWERED_IN_PUBLIC,
    /** Somebody who may has corrected how bad it is. */
    SEVERITY_CORRECTED,
    /** Somebody who may has corrected when it became known. */
    DETECTION_CORRECTED,
    /** The night audit was run: the hotel books on the next date. */
    DATE_ROLLED,
    /** The guest is known under another id from now on. */
    GUEST_LINKED
  }

  /**
   * The same thing was told once more, and is part of this case.
   *
   * @param now how it stands from now on: the earliest detection counts
   * @param moved promises that run with other time than before, or begin
   * @param tiers the current tier and those still to come
   * @param ladder who is still to be alerted from now on
   */
  @JsonTypeName("amends.recovery.report-joined.v1")
  record ReportJoined(
      @JsonUnwrapped Stamp stamp,
      JoinedReport report,
      Situation now,
      List<Promise> moved,
      List<TierStart> tiers,
      List<AlertStep> ladder)
      implements OfCourse {
    public ReportJoined {
      moved = List.copyOf(moved);
      tiers = List.copyOf(tiers);
      ladder = List.copyOf(ladder);
    }
  }

  /** Another case may be about the same: a person decides. */
  @JsonTypeName("amends.recovery.duplicate-suggested.v1")
  record DuplicateSuggested(@JsonUnwrapped Stamp stamp, SameMatter.Suggested suggested)
      implements OfCourse {}

  /**
   * It is part of another case from now on; whoever asks under this number is led there. A
   * complaint that was recognised at once never had a case of its own.
   */
  @JsonTypeName("amends.recovery.case-merged.v1")
  record CaseMerged(@JsonUnwrapped Stamp stamp, CaseRef into) implements OfCourse {}

  /**
   * It is handled by other values from now on: what has elapsed and what was paused is kept.
   *
   * @param moved promises that run with other time than before
   * @param tiers the current tier and those still to come
   * @param ladder who is still to be alerted from now on
   */
  @JsonTypeName("amends.recovery.policy-switched.v1")
  record PolicySwitched(
      @JsonUnwrapped Stamp stamp,
      CasePolicy policy,
      List<Promise> moved,
      List<TierStart> tiers,
      List<AlertStep> ladder)
      implements OfCourse {
    public PolicySwitched {
      moved = List.copyOf(moved);
      tiers = List.copyOf(tiers);
      ladder = List.copyOf(ladder);
    }
  }

  /**
   * Something failed on top of the failure, without a reopening.
   *
   * @param now how it stands from now on
   * @param ladder who hears of it
   */
  @JsonTypeName("amends.recovery.double-deviation-found.v1")
  record DoubleDeviationFound(
      @JsonUnwrapped Stamp stamp, DoubleDeviation kind, Situation now, List<AlertStep> ladder)
      implements OfCourse {
    public DoubleDeviationFound {
      ladder = List.copyOf(ladder);
    }
  }

  /**
   * It is another department's work from now on.
   *
   * @param accept by when that department has taken it; its own clock, the guest's goes on
   */
  @JsonTypeName("amends.recovery.handed-over.v1")
  record HandedOver(@JsonUnwrapped Stamp stamp, Department to, @Nullable Promise accept)
      implements OfCourse {}

  /** The department has taken it. */
  @JsonTypeName("amends.recovery.hand-over-accepted.v1")
  record HandOverAccepted(@JsonUnwrapped Stamp stamp) implements OfCourse {}

  /** Nothing more will be done for this case. */
  @JsonTypeName("amends.recovery.case-closed.v1")
  record CaseClosed(@JsonUnwrapped Stamp stamp) implements OfCourse {}

  /**
   * Somebody told the guest "I have it".
   *
   * @param update by when the guest hears how it goes; null if it is fixed already
   */
  @JsonTypeName("amends.recovery.complaint-acknowledged.v1")
  record ComplaintAcknowledged(@JsonUnwrapped Stamp stamp, @Nullable Promise update)
      implements OfCare {}

  /**
   * The guest was told how it goes.
   *
   * @param update by when the guest hears next; null if it is fixed already
   */
  @JsonTypeName("amends.recovery.guest-updated.v1")
  record GuestUpdated(@JsonUnwrapped Stamp stamp, @Nullable Promise update) implements OfCare {}

  /** What stands in public was answered there. */
  @JsonTypeName("amends.recovery.answered-publicly.v1")
  record AnsweredPublicly(@JsonUnwrapped Stamp stamp) implements OfCare {}

  /** The authority has its answer. */
  @JsonTypeName("amends.recovery.authority-answered.v1")
  record AuthorityAnswered(@JsonUnwrapped Stamp stamp) implements OfCare {}

  /** Somebody apologised to the guest. */
  @JsonTypeName("amends.recovery.apology-made.v1")
  record ApologyMade(@JsonUnwrapped Stamp stamp) implements OfCare {}

  /**
   * It is fixed, or the guest accepted an alternative.
   *
   * @param asking when somebody asks whether it is really good now; after the stay, how long the
   *     guest's answer is waited for
   */
  @JsonTypeName("amends.recovery.fix-done.v1")
  record FixDone(@JsonUnwrapped Stamp stamp, Promise asking) implements OfCare {}

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
   * @param cost what it has really cost the hotel so far, beside what the rule estimates
   */
  @JsonTypeName("amends.recovery.made-good.v1")
  record MadeGood(
      @JsonUnwrapped Stamp stamp,
      CostTier tier,
      Nights exposure,
      Money exposureMoney,
      long minutes,
      Nights nextDayExposure,
      Money nextDayExposureMoney,
      Nights cost)
      implements OfCare {}

  /** Why it went wrong was found. */
  @JsonTypeName("amends.recovery.root-cause-found.v1")
  record RootCauseFound(@JsonUnwrapped Stamp stamp, RootCause rootCause) implements OfCare {}

  /**
   * Something is done so that it does not happen again.
   *
   * @param prevention the name of that record
   */
  @JsonTypeName("amends.recovery.prevention-linked.v1")
  record PreventionLinked(@JsonUnwrapped Stamp stamp, String prevention) implements OfCare {}

  /**
   * The guest has said whether it is really good now.
   *
   * @param answered how it was found, if that was asked
   */
  @JsonTypeName("amends.recovery.follow-up-answered.v1")
  record FollowUpAnswered(@JsonUnwrapped Stamp stamp, @Nullable Answered answered)
      implements OfCare {}

  /** The guest's answer was waited for long enough. */
  @JsonTypeName("amends.recovery.follow-up-expired.v1")
  record FollowUpExpired(@JsonUnwrapped Stamp stamp) implements OfCare {}

  /**
   * Somebody should ask the guest now whether it is really good; a message asks too.
   *
   * @param asked after the fix, or after the stay
   * @param answer how long the answer is waited for, if it was not asked for before
   */
  @JsonTypeName("amends.recovery.follow-up-due.v1")
  record FollowUpDue(@JsonUnwrapped Stamp stamp, Clock asked, @Nullable Promise answer)
      implements OfPromises {}

  /**
   * A promise runs out soon; its owner alone is told.
   *
   * @param number of its kind in the case
   * @param warning which of its warnings, as the policy writes it
   */
  @JsonTypeName("amends.recovery.promise-warned.v1")
  record PromiseWarned(
      @JsonUnwrapped Stamp stamp,
      Clock clock,
      int number,
      String warning,
      Instant dueAt,
      Role owner)
      implements OfPromises {}

  /**
   * A promise was not kept by its hour, which is the stamp's.
   *
   * @param number of its kind in the case
   * @param ladder who is alerted when, until it is kept after all
   */
  @JsonTypeName("amends.recovery.promise-broken.v1")
  record PromiseBroken(@JsonUnwrapped Stamp stamp, Clock clock, int number, List<AlertStep> ladder)
      implements OfPromises {
    public PromiseBroken {
      ladder = List.copyOf(ladder);
    }
  }

  /** Clocks stand still, for a reason that the policy knows. */
  @JsonTypeName("amends.recovery.clocks-paused.v1")
  record ClocksPaused(@JsonUnwrapped Stamp stamp, PauseState pause) implements OfPromises {}

  /**
   * Clocks run again.
   *
   * @param ladder who is told, if the pause lasted as long as one may
   */
  @JsonTypeName("amends.recovery.clocks-resumed.v1")
  record ClocksResumed(@JsonUnwrapped Stamp stamp, String reason, List<AlertStep> ladder)
      implements OfPromises {
    public ClocksResumed {
      ladder = List.copyOf(ladder);
    }
  }

  /**
   * The case has become dearer though nothing came in.
   *
   * @param exposureMoney the tier's exposure in the property's currency
   * @param ladder when its owner hears of it
   */
  @JsonTypeName("amends.recovery.tier-entered.v1")
  record TierEntered(
      @JsonUnwrapped Stamp stamp,
      TierStart tier,
      Money exposureMoney,
      @Nullable List<AlertStep> ladder)
      implements OfCost {
    public TierEntered {
      ladder = ladder == null ? List.of() : List.copyOf(ladder);
    }
  }

  /**
   * Somebody on duty is to be told, once.
   *
   * @param role whose turn it is
   * @param reasons what for; more than one if it is told late, all at once
   * @param late whether it is told after its hour, because the case or the system came late
   * @param answerBy the promise that runs out next, if one is running
   * @param people who is on duty in that role, by staff id; empty: nobody has said who works there
   * @param lateSince if it is late, since when: the hour of the first promise that is still broken
   */
  @JsonTypeName("amends.recovery.staff-alerted.v1")
  record StaffAlerted(
      @JsonUnwrapped Stamp stamp,
      Role role,
      List<AlertStep> reasons,
      boolean late,
      @Nullable Due answerBy,
      @Nullable List<String> people,
      @Nullable Instant lateSince)
      implements OfLadder {
    public StaffAlerted {
      reasons = List.copyOf(reasons);
      people = people == null ? List.of() : List.copyOf(people);
    }
  }

  /**
   * Nobody of that role is on duty: the alert waits a little, then the next level is told.
   *
   * @param steps what was to be told
   * @param until when somebody of that role comes, or when it has waited as long as it may
   */
  @JsonTypeName("amends.recovery.alert-held.v1")
  record AlertHeld(@JsonUnwrapped Stamp stamp, Role role, List<AlertStep> steps, Instant until)
      implements OfLadder {
    public AlertHeld {
      steps = List.copyOf(steps);
    }
  }

  /** Rungs were reached at which nobody is told, since another cause speaks already. */
  @JsonTypeName("amends.recovery.alert-withheld.v1")
  record AlertWithheld(@JsonUnwrapped Stamp stamp, List<AlertStep> steps) implements OfLadder {
    public AlertWithheld {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Somebody wishes to give the guest something: it is set aside.
   *
   * @param remedy what, by whom and why
   * @param entries what that writes into the ledger
   */
  @JsonTypeName("amends.recovery.remedy-requested.v1")
  record RemedyRequested(@JsonUnwrapped Stamp stamp, Remedy remedy, List<LedgerEntry> entries)
      implements OfRemedies {
    public RemedyRequested {
      entries = List.copyOf(entries);
    }
  }

  /** A month's budget is asked for its part. */
  @JsonTypeName("amends.recovery.budget-asked.v1")
  record BudgetAsked(@JsonUnwrapped Stamp stamp, int number, Remedy.Hold hold)
      implements OfRemedies {}

  /**
   * A month's budget does not give its part.
   *
   * @param left what is left of that month; null: it did not answer in time
   */
  @JsonTypeName("amends.recovery.budget-refused.v1")
  record BudgetRefused(@JsonUnwrapped Stamp stamp, int number, String budget, @Nullable Nights left)
      implements OfRemedies {}

  /**
   * Somebody who may is asked.
   *
   * @param of the role that is asked
   * @param then who is asked after that, the next first
   * @param answer by when there is an answer
   * @param instead the number of an earlier promise to answer that this one stands for
   * @param ladder who is alerted
   */
  @JsonTypeName("amends.recovery.approval-asked.v1")
  record ApprovalAsked(
      @JsonUnwrapped Stamp stamp,
      int number,
      Role of,
      List<Role> then,
      Promise answer,
      @Nullable Integer instead,
      List<AlertStep> ladder)
      implements OfRemedies {
    public ApprovalAsked {
      then = List.copyOf(then);
      ladder = List.copyOf(ladder);
    }
  }

  /** One of several who must agree has agreed. */
  @JsonTypeName("amends.recovery.remedy-approved.v1")
  record RemedyApproved(@JsonUnwrapped Stamp stamp, int number, Remedy.Agreed agreed)
      implements OfRemedies {}

  /** Somebody tried to approve what they had asked for themselves. */
  @JsonTypeName("amends.recovery.own-approval-refused.v1")
  record OwnApprovalRefused(@JsonUnwrapped Stamp stamp, int number, Role as)
      implements OfRemedies {}

  /**
   * The guest is given something, by somebody who may.
   *
   * @param remedy what, who wished to give it, who agreed, and what it takes of a budget
   * @param reaches by when the guest has it in hand; null if there is nothing to hand over
   * @param entries what that writes into the ledger
   */
  @JsonTypeName("amends.recovery.remedy-granted.v1")
  record RemedyGranted(
      @JsonUnwrapped Stamp stamp,
      Remedy remedy,
      @Nullable Promise reaches,
      List<LedgerEntry> entries)
      implements OfRemedies {
    public RemedyGranted {
      entries = List.copyOf(entries);
    }
  }

  /**
   * It is not to be given.
   *
   * @param reason in the words of whoever refused it
   * @param clock the number of the promise to answer that ends with it
   * @param ladder who is told
   */
  @JsonTypeName("amends.recovery.remedy-declined.v1")
  record RemedyDeclined(
      @JsonUnwrapped Stamp stamp,
      int number,
      Declined why,
      @Nullable String reason,
      @Nullable Integer clock,
      List<LedgerEntry> entries,
      List<AlertStep> ladder)
      implements OfRemedies {
    public RemedyDeclined {
      entries = List.copyOf(entries);
      ladder = List.copyOf(ladder);
    }
  }

  /** Why something is not given. */
  enum Declined {
    /** Somebody who may has said no. */
    REFUSED,
    /** All who may were asked, and none answered in time. */
    NOBODY_ANSWERED,
    /** The month's budget is used up, and nobody above has more. */
    NOTHING_LEFT,
    /** The month's budget did not answer in time: to be tried again. */
    BUDGET_SILENT,
    CASE_CLOSED
  }

  /** What was given is taken back. */
  @JsonTypeName("amends.recovery.remedy-taken-back.v1")
  record RemedyTakenBack(
      @JsonUnwrapped Stamp stamp, int number, String reason, List<LedgerEntry> entries)
      implements OfRemedies {
    public RemedyTakenBack {
      entries = List.copyOf(entries);
    }
  }

  /** The guest has it in hand. */
  @JsonTypeName("amends.recovery.remedy-reached.v1")
  record RemedyReached(@JsonUnwrapped Stamp stamp, int number) implements OfRemedies {}
}
