package io.amends.scorer.domain.fact;

/** Who spoke up about a failure, and before whom. */
public enum Voice {
  GUEST,
  /** The guest, for all to read: a review or a post. */
  IN_PUBLIC,
  /** Staff or a system, before the guest said a word. */
  HOTEL
}
