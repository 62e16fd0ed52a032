package io.amends.kit.deadlines;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** What operations see of the deadlines of one kind; all tasks of a process add up in them. */
final class DeadlineMeters {

  /** As {@link TaskFigures#AGES} cuts them. */
  private static final List<String> AGES =
      List.of("under 1s", "1s to 10s", "10s to 1m", "1m to 10m", "over 10m");

  private final Timer lateness;
  private final Timer tick;
  private final Timer gateHold;
  private final Counter cancelled;
  private final Counter settled;
  private final Counter forced;
  private final Counter quarantined;
  private final Counter budgetExhausted;
  private final Counter clockJumps;
  private final MeterRegistry meters;
  private final String name;
  private final Map<Integer, TaskFigures> tasks = new ConcurrentHashMap<>();
  private final Map<Integer, Set<Meter.Id>> ofTasks = new ConcurrentHashMap<>();

  DeadlineMeters(MeterRegistry meters, String name) {
    this.meters = meters;
    this.name = name;
    lateness =
        Timer.builder("deadlines.fire.lateness")
            .description("From the hour of the promise to its firing, real time")
            .tag("deadlines", name)
            .serviceLevelObjectives(
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofMillis(1500),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10))
            .register(meters);
    tick = timer("deadlines.tick", "How long a sweep kept the stream thread");
    gateHold = timer("deadlines.gate.hold", "How long something due waited for its inputs");
    cancelled = counter("deadlines.cancelled", "Left the state before they were due");
    settled = counter("deadlines.stale", "Due, but settled by another in the same sweep");
    forced = counter("deadlines.gate.forced", "Fired although the inputs had not been read up");
    quarantined = counter("deadlines.quarantined", "Failed, and put aside");
    budgetExhausted = counter("deadlines.tick.budget.exhausted", "Sweeps that ended unfinished");
    clockJumps = counter("clock.jump", "Jumps of the machine's clock that held the firing");
    overdueGauges();
  }

  void fired(Duration late, boolean wasForced) {
    lateness.record(late.isNegative() ? Duration.ZERO : late);
    if (wasForced) {
      forced.increment();
    }
  }

  void cancelled(int count) {
    cancelled.increment(count);
  }

  void settledByAnother() {
    settled.increment();
  }

  void quarantined() {
    quarantined.increment();
  }

  void ticked(long nanos, boolean unfinished) {
    tick.record(Duration.ofNanos(nanos));
    if (unfinished) {
      budgetExhausted.increment();
    }
  }

  void held(Duration wait) {
    gateHold.record(wait);
  }

  void clockJumped() {
    clockJumps.increment();
  }

  /** A task begins on this instance; what an earlier one of its partition said is forgotten. */
  TaskFigures begin(int partition) {
    TaskFigures figures = new TaskFigures();
    if (tasks.put(partition, figures) == null) {
      gauge(
          "deadlines.live",
          "Running promises, as the store estimates",
          partition,
          TaskFigures::live);
      gauge(
          "deadlines.oldest.overdue.seconds",
          "Age of the oldest that is due",
          partition,
          TaskFigures::oldestOverdueSeconds);
      gauge(
          "deadlines.cursor.lag.seconds",
          "How much time a restart would have to pass over",
          partition,
          TaskFigures::cursorLagSeconds);
      gauge(
          "deadlines.gate.open",
          "0 while something due waits for inputs to be read",
          partition,
          TaskFigures::gateOpen);
    }
    return figures;
  }

  /** A task has left this instance, and its gauges with it. */
  void end(int partition, TaskFigures figures) {
    if (tasks.remove(partition, figures)) {
      ofTasks.getOrDefault(partition, Set.of()).forEach(meters::remove);
      ofTasks.remove(partition);
    }
  }

  private void gauge(
      String meter, String description, int partition, ToDoubleFunction<TaskFigures> figure) {
    Gauge gauge =
        Gauge.builder(meter, () -> figure(partition, figure))
            .description(description)
            .tag("deadlines", name)
            .tag("partition", Integer.toString(partition))
            .register(meters);
    ofTasks.computeIfAbsent(partition, _ -> ConcurrentHashMap.newKeySet()).add(gauge.getId());
  }

  private double figure(int partition, ToDoubleFunction<TaskFigures> figure) {
    TaskFigures task = tasks.get(partition);
    return task == null ? Double.NaN : figure.applyAsDouble(task);
  }

  private void overdueGauges() {
    for (int age = 0; age <= TaskFigures.AGES.size(); age++) {
      int bucket = age;
      Gauge.builder(
              "deadlines.overdue",
              () -> tasks.values().stream().mapToLong(task -> task.overdue(bucket)).sum())
          .description("Due and not told yet, by how long; at most 5,000 of each partition")
          .tag("deadlines", name)
          .tag("age", AGES.get(bucket))
          .register(meters);
    }
  }

  private Timer timer(String meter, String description) {
    return Timer.builder(meter).description(description).tag("deadlines", name).register(meters);
  }

  private Counter counter(String meter, String description) {
    return Counter.builder(meter).description(description).tag("deadlines", name).register(meters);
  }
}
