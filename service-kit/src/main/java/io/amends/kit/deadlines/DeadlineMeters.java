package io.amends.kit.deadlines;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** What operations see of the deadlines of one kind; all tasks of a process add up in them. */
final class DeadlineMeters {

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

  /** A figure of one task, set by its stream thread. */
  LongConsumer gauge(String meter, String description, int partition) {
    AtomicLong value = new AtomicLong();
    io.micrometer.core.instrument.Gauge.builder(meter, value, AtomicLong::doubleValue)
        .description(description)
        .tag("deadlines", name)
        .tag("partition", Integer.toString(partition))
        .strongReference(true)
        .register(meters);
    return value::set;
  }

  private Timer timer(String meter, String description) {
    return Timer.builder(meter).description(description).tag("deadlines", name).register(meters);
  }

  private Counter counter(String meter, String description) {
    return Counter.builder(meter).description(description).tag("deadlines", name).register(meters);
  }
}
