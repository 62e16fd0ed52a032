package io.amends.scorer.domain.profile;

import static io.amends.scorer.domain.profile.Folded.oddly;
import static io.amends.scorer.domain.profile.Folded.well;

import io.amends.scorer.domain.evidence.Episode;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMerged;
import io.amends.scorer.domain.fact.GuestFact.ComplaintResolved;
import io.amends.scorer.domain.fact.GuestFact.FailureDetected;
import io.amends.scorer.domain.fact.GuestFact.LoyaltyChanged;
import io.amends.scorer.domain.fact.GuestFact.RecoveryFailed;
import io.amends.scorer.domain.fact.GuestFact.ReviewPublished;
import io.amends.scorer.domain.fact.GuestFact.Signalled;
import io.amends.scorer.domain.fact.GuestFact.SurveyAnswered;
import io.amends.scorer.domain.fact.GuestFact.TierEntered;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.statistics.Statistics;

/** What was seen goes to the stay it was seen on, and so to the decision that follows it. */
final class EvidenceRules {

  private EvidenceRules() {}

  static Folded failed(Statistics before, FailureDetected fact) {
    return seen(before, before.episode().failed(fact.severity(), fact.at()));
  }

  static Folded complained(Statistics before, ComplaintMade fact) {
    return before.episode().knows(fact.complaint())
        ? oddly(Oddity.REPEATED, before)
        : seen(
            before,
            before
                .episode()
                .complained(fact.complaint(), fact.severity(), fact.voice(), fact.at()));
  }

  static Folded dearer(Statistics before, TierEntered fact) {
    return about(
        before,
        fact.complaint(),
        before.episode().tierEntered(fact.complaint(), fact.tier(), fact.at()));
  }

  static Folded failedAgain(Statistics before, RecoveryFailed fact) {
    return about(
        before, fact.complaint(), before.episode().recoveryFailed(fact.complaint(), fact.at()));
  }

  static Folded resolved(Statistics before, ComplaintResolved fact) {
    return about(
        before,
        fact.complaint(),
        before.episode().resolved(fact.complaint(), fact.at(), fact.satisfaction()));
  }

  static Folded merged(Statistics before, ComplaintMerged fact) {
    return about(before, fact.complaint(), before.episode().merged(fact.complaint()));
  }

  static Folded answered(Statistics before, SurveyAnswered fact) {
    return seen(before, before.episode().answered(fact.score(), fact.justices(), fact.at()));
  }

  static Folded reviewed(Statistics before, ReviewPublished fact) {
    return seen(before, before.episode().reviewed(fact.score(), fact.at()));
  }

  static Folded signalled(Statistics before, Signalled fact) {
    return seen(before, before.episode().signalled(fact.signal()));
  }

  static Folded rose(Statistics before, LoyaltyChanged fact) {
    Change change = new Change(before);
    change.relationship = change.relationship.atLevel(fact.level(), change.clock.running());
    return well(change);
  }

  private static Folded about(Statistics before, Reference complaint, Episode after) {
    return before.episode().knows(complaint)
        ? seen(before, after)
        : oddly(Oddity.UNKNOWN_COMPLAINT, before);
  }

  private static Folded seen(Statistics before, Episode after) {
    Change change = new Change(before);
    change.episode = after;
    return well(change);
  }
}
