package io.amends.contracts;

/** How bad a failure is for the guest: the worst of what it cost in money, time and feelings. */
public enum Severity {
  MINOR,
  MAJOR,
  CRITICAL;

  public Severity atLeast(Severity floor) {
    return compareTo(floor) < 0 ? floor : this;
  }
}
