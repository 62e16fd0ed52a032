package io.amends.kit.deadlines;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.failures.FailureCounts;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Starts the deadlines of a task; one per service. */
public final class DeadlineService {

  /** Opens the gate of a task; called on its stream thread when the task starts. */
  @FunctionalInterface
  public interface Gates {
    InputGate of(ProcessorContext<?, ?> context);

    /** Runs something when the task leaves this instance. */
    default void whenOver(ProcessorContext<?, ?> context, Runnable action) {}
  }

  private final HotelClock clock;
  private final Gates gates;
  private final MeterRegistry meters;
  private final Safeguards safeguards;
  private final FailureCounts failures = new FailureCounts();
  private final Map<String, DeadlineMeters> byKind = new ConcurrentHashMap<>();
  private final ThreadLocal<SweepTime> ofThread = ThreadLocal.withInitial(SweepTime::new);

  public DeadlineService(HotelClock clock, Gates gates, MeterRegistry meters) {
    this(clock, gates, meters, Safeguards.ALL);
  }

  DeadlineService(HotelClock clock, Gates gates, MeterRegistry meters, Safeguards safeguards) {
    this.clock = clock;
    this.gates = gates;
    this.meters = meters;
    this.safeguards = safeguards;
  }

  /** Begins those of a task, on its stream thread. */
  public <D> DurableDeadlines<D> start(
      ProcessorContext<?, ?> context,
      String name,
      DurableDeadlines.Format<D> format,
      DurableDeadlines.Handler<D> handler) {
    DeadlineMeters ofKind = byKind.computeIfAbsent(name, _ -> new DeadlineMeters(meters, name));
    int partition = context.taskId().partition();
    TaskFigures figures = ofKind.begin(partition);
    SweepTime.Part time = ofThread.get().part();
    gates.whenOver(
        context,
        () -> {
          ofKind.end(partition, figures);
          time.leave();
        });
    return new IndexedDeadlines<>(
        context,
        name,
        format,
        handler,
        clock,
        gates.of(context),
        ofKind,
        figures,
        failures,
        safeguards,
        time);
  }
}
