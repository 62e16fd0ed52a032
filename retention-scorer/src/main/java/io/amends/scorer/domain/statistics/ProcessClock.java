package io.amends.scorer.domain.statistics;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a guest could have booked and did not: it stands still while a booking is open.
 *
 * @param seconds it has run since the first arrival, up to {@code readAt}
 * @param readAt when it was read last
 * @param running whether it has run since
 */
public record ProcessClock(long seconds, Instant readAt, boolean running) {

  public static ProcessClock standingAt(Instant start) {
    return new ProcessClock(0, start, false);
  }

  public static ProcessClock runningSince(Instant start) {
    return new ProcessClock(0, start, true);
  }

  /** What it shows at a moment; never less than at the last reading. */
  public long secondsAt(Instant asOf) {
    return running
        ? seconds + Math.max(0, asOf.getEpochSecond() - readAt.getEpochSecond())
        : seconds;
  }

  public ProcessClock stoppedAt(Instant at) {
    return new ProcessClock(secondsAt(at), later(at), false);
  }

  public ProcessClock startedAt(Instant at) {
    return new ProcessClock(secondsAt(at), later(at), true);
  }

  public ProcessClock setBackBy(Duration earlier) {
    return new ProcessClock(seconds + earlier.toSeconds(), readAt, running);
  }

  private Instant later(Instant at) {
    return at.isAfter(readAt) ? at : readAt;
  }
}
