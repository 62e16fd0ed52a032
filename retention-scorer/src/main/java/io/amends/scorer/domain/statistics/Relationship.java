package io.amends.scorer.domain.statistics;

import io.amends.scorer.domain.fact.LoyaltyLevel;

/**
 * What outlasts a single stay.
 *
 * @param level in the chain's programme, as of now
 * @param atDecision the level that the last stay left the guest with: a guest who falls for not
 *     coming says nothing new by it
 * @param earlierComplaints about stays before the last one
 */
public record Relationship(LoyaltyLevel level, LoyaltyLevel atDecision, int earlierComplaints) {

  /** More than this many complaints say nothing new. */
  public static final int MOST_COMPLAINTS = 15;

  public static final Relationship NEW = new Relationship(LoyaltyLevel.NONE, LoyaltyLevel.NONE, 0);

  /**
   * The guest rose or fell.
   *
   * @param decisionOut whether the guest may be staying away by now
   */
  public Relationship atLevel(LoyaltyLevel next, boolean decisionOut) {
    boolean counts = !decisionOut || next.compareTo(atDecision) > 0;
    return new Relationship(next, counts ? next : atDecision, earlierComplaints);
  }

  /** What two who turn out to be one have come to: a person keeps the higher level of two cards. */
  public Relationship joined(Relationship other) {
    return new Relationship(
            level.compareTo(other.level) < 0 ? other.level : level,
            atDecision.compareTo(other.atDecision) < 0 ? other.atDecision : atDecision,
            earlierComplaints)
        .withComplaints(other.earlierComplaints);
  }

  public Relationship decides() {
    return new Relationship(level, level, earlierComplaints);
  }

  public Relationship withComplaints(int more) {
    return new Relationship(level, atDecision, Math.min(earlierComplaints + more, MOST_COMPLAINTS));
  }
}
