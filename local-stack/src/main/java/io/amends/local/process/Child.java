package io.amends.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process that this one has started.
 *
 * <p>Ctrl-C in a terminal reaches every process of the foreground group at once; a child ignores
 * it, so that it is stopped in its turn. Its standard input stays open as long as this process
 * lives; a child that watches it cannot become an orphan.
 */
public final class Child {

  /** Ignored signals stay ignored over {@code exec}, and the JVM leaves them so. */
  private static final String DEAF_TO_THE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

  private final Process process;
  private final ChildLog log;

  private Child(Process process, ChildLog log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a command; what it prints goes to the file.
   *
   * @throws UncheckedIOException if the command cannot be run or the file cannot be written
   */
  public static Child start(List<String> command, Map<String, String> environment, Path logFile) {
    List<String> deaf = new ArrayList<>(List.of("/bin/sh", "-c", DEAF_TO_THE_TERMINAL, "sh"));
    deaf.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(deaf)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
    builder.environment().putAll(environment);
    try {
      ChildLog log = ChildLog.fromHere(logFile);
      return new Child(builder.start(), log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public ProcessMark mark() {
    return ProcessMark.of(process.toHandle());
  }

  public ChildLog log() {
    return log;
  }

  /** Done when the process has ended, with its exit value: 128 + n if signal n ended it. */
  public CompletableFuture<Integer> ended() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /**
   * Asks it to stop, and ends it if it has not within the time. Returns when it is gone.
   *
   * @return whether it has stopped by itself
   */
  public boolean stop(Duration patience) {
    boolean _ = process.toHandle().destroy(); // Process.destroy() would end its input as well
    boolean stopped = awaitEnd(patience);
    if (!stopped) {
      kill();
    }
    return stopped;
  }

  /** Ends it at once, as SIGKILL does. Returns when it is gone. */
  public void kill() {
    boolean _ = process.toHandle().destroyForcibly();
    boolean _ = awaitEnd(Duration.ofSeconds(10));
  }

  private boolean awaitEnd(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
