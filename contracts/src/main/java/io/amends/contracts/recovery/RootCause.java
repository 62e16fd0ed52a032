package io.amends.contracts.recovery;

import io.amends.contracts.Department;

/** Why it went wrong, in the words of the gap model, and whose work puts that right. */
public record RootCause(Gap gap, Cause cause, Department department) {

  /** Where expectation and service part: the gap model. */
  public enum Gap {
    /** Management does not know what guests expect. */
    GAP1,
    /** Standards do not express it. */
    GAP2,
    /** Staff do not deliver to the standard. */
    GAP3,
    /** Advertising promises more than is delivered. */
    GAP4,
    /** The sum: expected against perceived service. */
    GAP5
  }

  /** What kind of thing went wrong. */
  public enum Cause {
    HUMAN,
    COMMUNICATION,
    PROCESS,
    EQUIPMENT,
    EXTERNAL,
    RESOURCES
  }
}
