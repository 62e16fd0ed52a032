package io.amends.contracts.inbound;

/** How a moment of truth went for the guest. */
public enum Polarity {
  POSITIVE,
  NEUTRAL,
  NEGATIVE
}
