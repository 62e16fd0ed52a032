package io.amends.local.command;

import io.amends.local.process.ProcessMark;
import io.amends.local.process.Waiting;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops what another terminal has started. */
@Command(
    name = "down",
    description = "Stops what up or demo has started in another terminal.",
    mixinStandardHelpOptions = true)
public final class DownCommand implements Runnable {

  /** Services, identity and broker, one after the other, each at its slowest. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Mixin private DataOption data = new DataOption();

  @Override
  public void run() {
    ProcessMark launcher = data.running().launcher();
    launcher.process().ifPresent(ProcessHandle::destroy);
    if (!Waiting.until(PATIENCE, () -> !launcher.isAlive())) {
      throw new StackFailure(
          "Expected pid %d to stop within %d s, but it still runs"
              .formatted(launcher.pid(), PATIENCE.toSeconds()));
    }
    System.out.println("stopped");
  }
}
