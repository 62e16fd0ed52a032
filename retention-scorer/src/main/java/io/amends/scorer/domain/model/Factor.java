package io.amends.scorer.domain.model;

/**
 * What decides, by the literature, whether a guest accepts a recovery or switches: the harm done,
 * the relationship, the guest's own attitude to switching, and how well the recovery is done.
 */
public enum Factor {
  FAILURE,
  RELATIONSHIP,
  ATTITUDE,
  RECOVERY
}
