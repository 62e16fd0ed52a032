package io.amends.local.stack;

import io.amends.local.installation.DataFolder;
import io.amends.local.process.ProcessMark;
import io.amends.local.program.Ports;
import io.amends.local.stack.RunFile.Running;
import java.util.Map;

/** A stack's claim on its data folder, and the record there of what runs. */
final class Claim implements AutoCloseable {

  private final AutoCloseable lock;
  private final RunFile file;
  private Running running;
  private boolean held = true;

  private Claim(AutoCloseable lock, RunFile file, Running running) {
    this.lock = lock;
    this.file = file;
    this.running = running;
    file.write(running);
  }

  /**
   * Claims the folder, and ends what a killed launcher left running on it.
   *
   * @throws StackFailure if another stack runs on it
   */
  static Claim of(DataFolder data, Ports ports) {
    RunFile file = new RunFile(data.runFile());
    AutoCloseable lock = data.claim().orElseThrow(() -> alreadyRunning(data, file));
    file.read().ifPresent(left -> Leftovers.end(left.processes().values()));
    return new Claim(
        lock, file, new Running(ProcessMark.ofThisProcess(), ports.numbers(), Map.of()));
  }

  synchronized void note(String program, ProcessMark process) {
    running = running.with(program, process);
    file.write(running);
  }

  @Override
  public synchronized void close() {
    if (!held) {
      return;
    }
    held = false;
    file.delete();
    try {
      lock.close();
    } catch (Exception failure) {
      throw new IllegalStateException("cannot give the data folder free", failure);
    }
  }

  private static StackFailure alreadyRunning(DataFolder data, RunFile file) {
    String who = file.read().map(left -> " (pid " + left.launcher().pid() + ")").orElse("");
    return new StackFailure(
        "%s is in use: a stack runs on it already%s. See ./amends status, stop it with ./amends down, or start another one with --data FOLDER"
            .formatted(data.root(), who));
  }
}
