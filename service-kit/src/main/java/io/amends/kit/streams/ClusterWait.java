package io.amends.kit.streams;

import io.amends.kit.clock.HotelClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until the cluster is there and is as it must be, or says why it is not. */
final class ClusterWait {

  private static final Logger LOG = LoggerFactory.getLogger(ClusterWait.class);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final ClusterCheck check;
  private final HotelClock clock;
  private final CountDownLatch stopping;
  private volatile String last;

  ClusterWait(ClusterCheck check, String bootstrap, HotelClock clock, CountDownLatch stopping) {
    this.check = check;
    this.clock = clock;
    this.stopping = stopping;
    this.last = "no answer from %s (expected: a broker)".formatted(bootstrap);
  }

  /** What it waits for at the moment. */
  String waitsFor() {
    return last;
  }

  /**
   * Waits; returns why it can't go on, null if it can.
   *
   * @param within how long broker and topics may take to appear; what is wrong is said at once
   */
  @Nullable String unfit(
      Collection<ExpectedTopic> expected, Collection<Pattern> inputs, Duration within)
      throws InterruptedException {
    Instant until = clock.real().plus(within);
    while (clock.real().isBefore(until)) {
      try {
        ClusterCheck.Finding finding = check.look(expected, inputs);
        if (!finding.wrong().isEmpty()) {
          return String.join("; ", finding.wrong());
        }
        if (finding.missing().isEmpty()) {
          return null;
        }
        last = String.join("; ", finding.missing());
      } catch (ExecutionException notYet) {
        LOG.debug("The cluster does not answer yet", notYet);
        last = "the cluster answers with %s (expected: its topics)".formatted(notYet.getCause());
      }
      if (stopping.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        return "stopped while waiting: " + last;
      }
    }
    return last;
  }
}
