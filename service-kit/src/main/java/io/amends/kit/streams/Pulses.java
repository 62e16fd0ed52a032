package io.amends.kit.streams;

import io.amends.kit.clock.HotelClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** The {@link Pulse} of every task of this instance. */
final class Pulses {

  private static final Duration BEAT = Duration.ofMillis(500);

  private final HotelClock clock;
  private final Map<TaskId, Pulse> byTask = new ConcurrentHashMap<>();
  private volatile @Nullable Known known;

  Pulses(HotelClock clock) {
    this.clock = clock;
  }

  private record Known(TaskInputs inputs, HighWatermarks watermarks) {}

  /** Once it is known what will run, and against which broker. */
  void prepare(TaskInputs inputs, HighWatermarks watermarks) {
    known = new Known(inputs, watermarks);
  }

  /** From the task's own thread, when one of its processors starts: the first of them counts. */
  void begin(ProcessorContext<?, ?> context, InputProgress progress, TaskEnds ends) {
    Known prepared = known;
    if (prepared == null) {
      return; // driven by hand, without a broker
    }
    TaskId task = context.taskId();
    Pulse pulse =
        new Pulse(
            clock,
            prepared.watermarks(),
            progress,
            () -> prepared.inputs().of(task, progress.assignment()));
    if (byTask.putIfAbsent(task, pulse) == null) {
      ends.whenOver(task, () -> byTask.remove(task));
      context.schedule(BEAT, PunctuationType.WALL_CLOCK_TIME, _ -> pulse.beat());
    }
  }

  /** Of the task that is furthest behind (real time); empty if none works here. */
  Optional<Instant> readUpTo() {
    return byTask.values().stream().map(Pulse::readUpTo).min(Comparator.naturalOrder());
  }
}
