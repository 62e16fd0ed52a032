package io.amends.contracts.recovery;

/** What a guest is promised by a certain hour. */
public enum Clock {
  /** A person has told the guest "I have it". */
  ACKNOWLEDGE,
  /** Somebody has apologised, in person where the guest is in the house. */
  APOLOGISE,
  /** It is fixed, or an alternative is accepted. */
  FIX,
  /** Somebody asks whether it is really good now. */
  CHECK_BACK
}
