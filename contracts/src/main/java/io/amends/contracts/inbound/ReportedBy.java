package io.amends.contracts.inbound;

/** Who told us. */
public enum ReportedBy {
  GUEST,
  STAFF,
  SYSTEM,
  THIRD_PARTY
}
