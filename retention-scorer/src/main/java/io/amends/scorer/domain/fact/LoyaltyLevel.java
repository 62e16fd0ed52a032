package io.amends.scorer.domain.fact;

/** How high a guest has risen in the chain's programme, whatever the chain calls its steps. */
public enum LoyaltyLevel {
  NONE,
  MEMBER,
  SILVER,
  GOLD,
  TOP
}
