package io.amends.local.command;

import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.program.Shipped;
import io.amends.local.stack.Stack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the system, and keeps it running until it is asked to stop. */
@Command(
    name = "up",
    description = "Starts everything without demo data, and stays until Ctrl-C.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port",
      paramLabel = "NAME=NUMBER",
      description = "another port than the documented one, such as complaint-intake=18081")
  private Map<String, Integer> otherPorts = Map.of();

  @Override
  public Integer call() throws InterruptedException {
    Installation installation = Installation.here();
    Screen screen = Screen.ofThisProcess();
    List<String> missing = Shipped.missing(installation);
    if (!missing.isEmpty()) {
      screen.line("left out, since not built: " + String.join(", ", missing));
    }
    return Running.start(
            installation, Stack.of(installation, data.path(installation)).ports(ports()), screen)
        .awaitEnd();
  }

  private Ports ports() {
    Ports ports = Ports.standard();
    for (Map.Entry<String, Integer> other : otherPorts.entrySet()) {
      int _ = ports.of(other.getKey()); // an unknown name is refused
      ports = ports.with(other.getKey(), other.getValue());
    }
    return ports;
  }
}
