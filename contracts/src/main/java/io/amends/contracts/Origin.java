package io.amends.contracts;

/** Who knew first of a failure. */
public enum Origin {
  GUEST,
  STAFF,
  SYSTEM_DETECTED,
  THIRD_PARTY
}
