package io.amends.kit.streams;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.failures.Failure;
import io.amends.kit.logs.Correlation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, but not for ever.
 *
 * <p>A death over one record or one deadline does not bring the service down: that record is put
 * aside after three. Were they counted, two bad guests in ten minutes would stop everybody.
 */
final class ThreadDeaths implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadDeaths.class);
  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final HotelClock clock;
  private final int tolerated;
  private final Runnable leaveGroup;
  private final Deque<Instant> unexplained = new ArrayDeque<>();
  private final Counter died =
      Counter.builder("streams.thread.deaths")
          .description("Stream threads that failed; each aborts a transaction")
          .register(Metrics.globalRegistry);

  ThreadDeaths(HotelClock clock, int tolerated, Runnable leaveGroup) {
    this.clock = clock;
    this.tolerated = tolerated;
    this.leaveGroup = leaveGroup;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable thrown) {
    died.increment();
    leaveGroup.run();
    Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {}); // told here, not on stderr
    Failure known = Failure.in(thrown);
    if (known != null) {
      try (Correlation.Scope _ = Correlation.of(known.correlation())) {
        // the next two say the same
        if (known.times() == 1) {
          LOG.warn("A stream thread is replaced. {}", known.getMessage(), known);
        } else {
          LOG.warn("A stream thread is replaced. {}", known.getMessage());
        }
      }
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    return unexplained(thrown);
  }

  private StreamThreadExceptionResponse unexplained(Throwable thrown) {
    Instant now = clock.real();
    unexplained.addLast(now);
    while (unexplained.getFirst().plus(WITHIN).isBefore(now)) {
      unexplained.removeFirst();
    }
    boolean again = unexplained.size() <= tolerated;
    LOG.error(
        "A stream thread died ({} in {} minutes); {}",
        unexplained.size(),
        WITHIN.toMinutes(),
        again ? "another takes its tasks" : "the service gives up",
        Failure.withoutWords(thrown));
    return again
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
