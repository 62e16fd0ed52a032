package io.amends.kit.streams;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.streams.processor.TaskId;

/** What is to be done when a task leaves this instance, or starts anew on it. */
final class TaskEnds {

  private final Map<TaskId, Collection<Runnable>> actions = new ConcurrentHashMap<>();

  void whenOver(TaskId task, Runnable action) {
    actions.computeIfAbsent(task, _ -> new CopyOnWriteArrayList<>()).add(action);
  }

  void over(TaskId task) {
    Collection<Runnable> due = actions.remove(task);
    (due == null ? List.<Runnable>of() : due).forEach(Runnable::run);
  }
}
