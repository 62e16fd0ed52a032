package io.amends.contracts;

/** What makes a case special whatever its severity. */
public enum Flag {
  HEALTH,
  SAFETY,
  GUEST_HAS_NO_ROOM,
  SENSITIVE,
  LEGAL,
  PROBLEM_CUSTOMER
}
