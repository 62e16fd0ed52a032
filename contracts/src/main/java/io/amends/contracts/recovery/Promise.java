package io.amends.contracts.recovery;

import io.amends.contracts.time.clock.ServiceClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that is promised, and the time it has.
 *
 * @param number of its kind in the case, from 1
 * @param dueAt as {@code time} has it, in whole milliseconds; null while a pause keeps it unknown
 */
public record Promise(Clock clock, int number, @Nullable Instant dueAt, ServiceClock time) {

  public Promise {
    Instant due = time.dueAt();
    dueAt = due == null ? null : due.truncatedTo(ChronoUnit.MILLIS);
  }

  public static Promise of(Clock clock, int number, ServiceClock time) {
    return new Promise(clock, number, null, time);
  }
}
