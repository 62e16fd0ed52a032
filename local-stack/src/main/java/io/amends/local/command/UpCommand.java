package io.amends.local.command;

import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.program.QuickStarts;
import io.amends.local.program.Shipped;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
    if (!new QuickStarts(installation).areRecorded()) {
      screen.line("first start of this build: it and its stop take longer than the next ones");
    }
    long begin = System.nanoTime();
    Stack stack =
        Stack.of(installation, data.path(installation)).ports(ports()).listener(screen).build();
    CountDownLatch stopped = stoppedOnExit(stack, screen);
    try {
      stack.start();
    } catch (StackFailure failure) {
      if (!stack.isClosed()) {
        throw failure;
      }
      return awaited(stopped);
    }
    Addresses.of(stack.ports(), stack.programs()).forEach(screen::line);
    screen.line("");
    screen.line(
        "ready in %s (data in %s, Ctrl-C stops everything)"
            .formatted(
                Screen.seconds(Duration.ofNanos(System.nanoTime() - begin)), stack.data().root()));
    return awaited(stopped);
  }

  private Ports ports() {
    Ports ports = Ports.standard();
    for (Map.Entry<String, Integer> other : otherPorts.entrySet()) {
      int _ = ports.of(other.getKey()); // an unknown name is refused
      ports = ports.with(other.getKey(), other.getValue());
    }
    return ports;
  }

  /** SIGTERM, Ctrl-C and a closed terminal all end in the JVM's shutdown hooks. */
  private static CountDownLatch stoppedOnExit(Stack stack, Screen screen) {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread stop =
        new Thread(
            () -> {
              if (!stack.isClosed()) {
                screen.stopping();
              }
              stack.close();
              stopped.countDown();
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    return stopped;
  }

  private static int awaited(CountDownLatch stopped) throws InterruptedException {
    stopped.await();
    return 0;
  }
}
