package io.amends.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process is meant, even after it has ended: its number is used again, so its start counts.
 *
 * @param startedAt as the operating system says
 */
public record ProcessMark(long pid, Instant startedAt) {

  /** The system tells starts relative to its own, which a corrected clock moves a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  static ProcessMark of(ProcessHandle process) {
    return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  public static ProcessMark ofThisProcess() {
    return of(ProcessHandle.current());
  }

  /** The process itself, if it still runs. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isMeant);
  }

  public boolean isAlive() {
    return process().isPresent();
  }

  private boolean isMeant(ProcessHandle process) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, startedAt).abs().compareTo(TOLERANCE) <= 0)
        .orElse(false);
  }
}
