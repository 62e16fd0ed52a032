package io.amends.kit.streams;

import io.amends.kit.clock.HotelClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How fresh one task is: it asks the broker how far its inputs reach, waits until all of that is
 * processed, and asks again. A task that nobody writes to stays fresh; one that hangs, lags or has
 * lost its broker ages.
 */
final class Pulse {

  /** Between two questions: what people notice is 5 s. */
  private static final Duration REST = Duration.ofSeconds(2);

  private final HotelClock clock;
  private final HighWatermarks watermarks;
  private final InputProgress progress;
  private final Supplier<Set<TopicPartition>> inputs;
  private @Nullable Question question;
  private Instant next = Instant.EPOCH;
  private volatile Instant readUpTo;

  Pulse(
      HotelClock clock,
      HighWatermarks watermarks,
      InputProgress progress,
      Supplier<Set<TopicPartition>> inputs) {
    this.clock = clock;
    this.watermarks = watermarks;
    this.progress = progress;
    this.inputs = inputs;
    this.readUpTo = clock.real(); // it counts from its start
  }

  /**
   * What the broker was asked.
   *
   * @param at real time before
   */
  private record Question(Instant at, CompletableFuture<Map<TopicPartition, Long>> ends) {}

  /** From the task's own thread, again and again. */
  void beat() {
    Instant now = clock.real();
    Question asked = question;
    if (asked == null && !now.isBefore(next)) {
      asked = new Question(now, watermarks.of(inputs.get()));
      question = asked;
    }
    if (asked == null || !asked.ends().isDone()) {
      return;
    }
    if (asked.ends().isCompletedExceptionally()) {
      rest(now);
    } else if (progress.hasRead(asked.ends().join())) {
      readUpTo = asked.at();
      rest(now);
    }
  }

  private void rest(Instant now) {
    question = null;
    next = now.plus(REST);
  }

  /** All that stood in the inputs then has been processed (real time). From any thread. */
  Instant readUpTo() {
    return readUpTo;
  }
}
