package io.amends.scorer.domain.model;

/**
 * What else speaks for or against coming back, beside the failure and its handling. Each shifts the
 * log odds of leaving by its amount times its weight; {@link Priors} has the weights.
 */
public enum Clue {
  /** The last booking came to nothing; amount 1. */
  CANCELLATION(Factor.RELATIONSHIP),
  /** Steps above no membership, as the last stay left the guest. */
  LEVEL(Factor.RELATIONSHIP),
  /** Years from when the guest first chose us to the last stay, ten at most. */
  YEARS(Factor.RELATIONSHIP),
  /** Complaints about earlier stays. */
  EARLIER_COMPLAINTS(Factor.RELATIONSHIP),
  /** Failures of the last stay after the first. */
  FURTHER_FAILURES(Factor.FAILURE),
  /** The failure was told in public; amount 1. */
  IN_PUBLIC(Factor.FAILURE),
  /** The guest answered a survey, whatever the answer; amount 1. */
  SURVEY_ANSWERED(Factor.FAILURE),
  /** Points of a stay survey below 8 of 10. */
  SURVEY_SCORE(Factor.FAILURE),
  /** Points of a review below 8 of 10. */
  REVIEW_SCORE(Factor.FAILURE),
  /** Recoveries that failed. */
  FAILED_RECOVERIES(Factor.RECOVERY),
  /** Points of satisfaction with the resolution below 4 of 5. */
  SATISFACTION(Factor.RECOVERY),
  /** Points of distributive justice below 4 of 5. */
  OUTCOME(Factor.RECOVERY),
  /** Points of procedural justice below 4 of 5. */
  PROCEDURE(Factor.RECOVERY),
  /** Points of interactional justice below 4 of 5. */
  COURTESY(Factor.RECOVERY),
  MESSAGES_OPENED(Factor.ATTITUDE),
  UNSUBSCRIBED(Factor.ATTITUDE),
  REFERRALS(Factor.ATTITUDE),
  GOOD_CONTACTS(Factor.ATTITUDE),
  BAD_CONTACTS(Factor.ATTITUDE),
  OFFERS_TAKEN(Factor.ATTITUDE),
  OFFERS_LEFT(Factor.ATTITUDE);

  private final Factor factor;

  Clue(Factor factor) {
    this.factor = factor;
  }

  public Factor factor() {
    return factor;
  }

  /**
   * Whether a chain's own outcomes can teach its weight: what a guest goes on doing while staying
   * away piles up with the silence itself, and would only be learned as that.
   */
  public boolean isKnownAtDecision() {
    return factor != Factor.ATTITUDE;
  }
}
