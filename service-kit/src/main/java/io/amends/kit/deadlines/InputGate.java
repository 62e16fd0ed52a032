package io.amends.kit.deadlines;

import java.time.Instant;

/**
 * How far one task has read its inputs.
 *
 * <p>Lists the end offsets of all inputs (high watermark, {@code READ_UNCOMMITTED}, so that records
 * of an open transaction count), remembers when, and compares them with what the task has
 * processed. After {@link DurableDeadlines#LONGEST_WAIT} it gives up on one listing.
 */
@FunctionalInterface
public interface InputGate {

  /** Asked only while something waits to be told. Never goes back. */
  ReadUp readUp();

  /**
   * All that stood in the inputs at {@code until} has been processed.
   *
   * @param until real time
   * @param forced if that is not known, because waiting did not suffice
   */
  record ReadUp(Instant until, boolean forced) {}
}
