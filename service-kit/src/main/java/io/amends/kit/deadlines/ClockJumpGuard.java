package io.amends.kit.deadlines;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the machine's clock jumps ahead: it went further than the time that passed. One tick
 * is then held; if the clock has settled by the next, its new time is believed.
 */
final class ClockJumpGuard {

  /** Ours: no scheduler stalls that long without the monotonic clock going on too. */
  static final Duration TOLERATED = Duration.ofSeconds(60);

  private @Nullable Instant last;
  private long lastNanos;

  /** Whether the clock jumped since the last tick. */
  boolean jumped(Instant real, long nanos) {
    Instant before = last;
    long passed = nanos - lastNanos;
    last = real;
    lastNanos = nanos;
    return before != null
        && Duration.between(before, real).minusNanos(passed).compareTo(TOLERATED) > 0;
  }
}
