package io.amends.kit.streams;

import io.amends.kit.clock.HotelClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces a stream thread that died, but not for ever. */
final class ThreadDeaths implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadDeaths.class);
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final HotelClock clock;
  private final int tolerated;
  private final Deque<Instant> deaths = new ArrayDeque<>();

  ThreadDeaths(HotelClock clock, int tolerated) {
    this.clock = clock;
    this.tolerated = tolerated;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    Instant now = clock.real();
    deaths.addLast(now);
    while (deaths.getFirst().plus(WITHIN).isBefore(now)) {
      deaths.removeFirst();
    }
    boolean again = deaths.size() <= tolerated;
    LOG.error(
        "A stream thread died ({} in {} minutes); {}",
        deaths.size(),
        WITHIN.toMinutes(),
        again ? "another takes its tasks" : "the service gives up",
        failure);
    return again
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
