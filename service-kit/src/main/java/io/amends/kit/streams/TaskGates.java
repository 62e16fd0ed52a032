package io.amends.kit.streams;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.InputGate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** The gates of this application's tasks; each is made when its task starts, and ends with it. */
final class TaskGates implements DeadlineService.Gates {

  private final HotelClock clock;
  private final TaskWatch watch;
  private final IsolationLevel isolation;
  private volatile @Nullable Known known;

  TaskGates(HotelClock clock, TaskWatch watch, IsolationLevel isolation) {
    this.clock = clock;
    this.watch = watch;
    this.isolation = isolation;
  }

  /** What is known once the application is about to start. */
  private record Known(TaskInputs inputs, HighWatermarks watermarks) {}

  void prepare(Topology topology, Admin admin) {
    Known prepared = new Known(new TaskInputs(topology), new BrokerWatermarks(admin, isolation));
    watch.pulses().prepare(prepared.inputs(), prepared.watermarks());
    known = prepared;
  }

  @Override
  public InputGate of(ProcessorContext<?, ?> context) {
    Known prepared = known;
    if (prepared == null) {
      throw new IllegalStateException("gate: asked before the start (expected: a running task)");
    }
    InputProgress progress = watch.clients().ofThisThread();
    TaskId task = context.taskId();
    progress.restart(prepared.inputs().of(task, progress.assignment()));
    return new TaskInputGate(
        clock,
        prepared.watermarks(),
        progress,
        () -> prepared.inputs().of(task, progress.assignment()));
  }

  @Override
  public void whenOver(ProcessorContext<?, ?> context, Runnable action) {
    watch.ends().whenOver(context.taskId(), action);
  }
}
