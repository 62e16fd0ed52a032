package io.amends.kit.streams;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.failures.FailureCounts;

/**
 * What all wrapped processors of one application report to.
 *
 * @param clock by which a record's age is told
 * @param clients whose consumers tell how far a thread has read
 * @param failures how often each record has failed, by its place
 * @param ends what is to be cleared away when a task leaves
 * @param pulses how fresh each task is
 */
record TaskWatch(
    HotelClock clock,
    TrackedClients clients,
    FailureCounts failures,
    TaskEnds ends,
    Pulses pulses) {

  /** Under this key of the Streams configuration it lies, for the wrapper to find. */
  static final String CONFIG = "amends.task.watch";

  TaskWatch(HotelClock clock) {
    this(clock, new TrackedClients(), new FailureCounts(), new TaskEnds(), new Pulses(clock));
  }
}
