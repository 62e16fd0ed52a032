package io.amends.local.stack;

import io.amends.local.process.ProcessMark;
import io.amends.local.process.Waiting;
import java.time.Duration;
import java.util.Collection;

/** Ends the processes of a launcher that was killed. They end by themselves, but in their time. */
final class Leftovers {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Leftovers() {}

  /** Returns when all are gone. Only the very processes that were marked are touched. */
  static void end(Collection<ProcessMark> processes) {
    processes.forEach(mark -> mark.process().ifPresent(ProcessHandle::destroy));
    boolean gone =
        Waiting.until(PATIENCE, () -> processes.stream().noneMatch(ProcessMark::isAlive));
    if (!gone) {
      processes.forEach(mark -> mark.process().ifPresent(ProcessHandle::destroyForcibly));
    }
  }
}
