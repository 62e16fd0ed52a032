package io.amends.contracts.recovery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Something a guest is promised by an instant (UTC, milliseconds). */
public record Promise(Clock clock, Instant dueAt) {

  public Promise {
    dueAt = dueAt.truncatedTo(ChronoUnit.MILLIS); // as the index of deadlines tells them apart
  }
}
