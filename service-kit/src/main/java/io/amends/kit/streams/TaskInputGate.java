package io.amends.kit.streams;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.InputGate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * {@link InputGate} of one task: one rule for start, rebalance and steady state.
 *
 * <p>It lists the ends of all inputs and holds on to that one listing until the task has processed
 * everything before them: under steady load a newer listing would always be ahead.
 */
final class TaskInputGate implements InputGate {

  /** Not asked for so long, nothing waits any more: the next question begins a new wait. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(5);

  private final HotelClock clock;
  private final HighWatermarks watermarks;
  private final InputProgress progress;
  private final Supplier<Set<TopicPartition>> inputs;
  private ReadUp readUp = new ReadUp(Instant.EPOCH, false);
  private @Nullable Listing listing;
  private @Nullable Instant waitingSince;
  private Instant asked = Instant.EPOCH;

  TaskInputGate(
      HotelClock clock,
      HighWatermarks watermarks,
      InputProgress progress,
      Supplier<Set<TopicPartition>> inputs) {
    this.clock = clock;
    this.watermarks = watermarks;
    this.progress = progress;
    this.inputs = inputs;
  }

  /**
   * @param at real time before the broker was asked
   */
  private record Listing(Instant at, CompletableFuture<Map<TopicPartition, Long>> ends) {}

  @Override
  public ReadUp readUp() {
    Instant now = clock.real();
    if (asked.plus(FORGOTTEN).isBefore(now)) {
      waitingSince = null;
      listing = null;
    }
    asked = now;
    Instant since = waitingSince == null ? now : waitingSince;
    waitingSince = since;
    Listing current = listing == null ? list(now) : listing;
    listing = current;
    if (current.ends().isCompletedExceptionally()) {
      listing = null; // asked anew at the next tick, but the wait goes on
    } else if (current.ends().isDone() && progress.hasRead(current.ends().join())) {
      opened(current.at(), false);
    }
    if (waitingSince != null && since.plus(DurableDeadlines.LONGEST_WAIT).isBefore(now)) {
      opened(since, true);
    }
    return readUp;
  }

  private Listing list(Instant now) {
    return new Listing(now, watermarks.of(inputs.get()));
  }

  private void opened(Instant until, boolean forced) {
    if (until.isAfter(readUp.until())) {
      readUp = new ReadUp(until, forced);
    }
    listing = null;
    waitingSince = null;
  }
}
