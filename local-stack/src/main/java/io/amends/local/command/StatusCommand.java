package io.amends.local.command;

import io.amends.local.process.HttpProbe;
import io.amends.local.process.LocalPort;
import io.amends.local.process.Memory;
import io.amends.local.process.ProcessMark;
import io.amends.local.program.Ports;
import io.amends.local.stack.Lag;
import io.amends.local.stack.RunFile.Running;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what runs, whether it is ready, and how far each reader is behind. */
@Command(
    name = "status",
    description =
        "Shows addresses, processes, health and lag. Exit value 1 if something is not ready.",
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    Running running = data.running();
    Ports ports = running.namedPorts();
    boolean allReady = showProcesses(running, ports);
    System.out.println();
    Addresses.of(ports, running.processes().keySet()).forEach(System.out::println);
    showLag(ports);
    return allReady ? 0 : 1;
  }

  private static boolean showProcesses(Running running, Ports ports) {
    boolean allReady = true;
    row("process", "state", "pid", "memory");
    for (Map.Entry<String, ProcessMark> each : new TreeMap<>(running.processes()).entrySet()) {
      ProcessMark mark = each.getValue();
      boolean ready = mark.isAlive() && isReady(each.getKey(), ports);
      String state = ready ? "ready" : mark.isAlive() ? "not ready" : "down";
      row(
          each.getKey(),
          state,
          Long.toString(mark.pid()),
          Memory.of(mark.pid()).resident() / 1024 + " MiB");
      allReady &= ready;
    }
    return allReady;
  }

  private static boolean isReady(String program, Ports ports) {
    return program.equals(Ports.BROKER)
        ? LocalPort.accepts(ports.of(program))
        : HttpProbe.answers(URI.create(ports.url(program) + "/actuator/health/readiness"));
  }

  private static void showLag(Ports ports) {
    if (!LocalPort.accepts(ports.of(Ports.BROKER))) {
      return;
    }
    System.out.println();
    Map<String, Long> lag = Lag.of(ports.bootstrapServers());
    if (lag.isEmpty()) {
      System.out.println("  nobody reads from Kafka yet");
    }
    lag.forEach(
        (group, records) ->
            System.out.println("  %-36s %d records behind".formatted(group, records)));
  }

  private static void row(String process, String state, String pid, String memory) {
    System.out.println("  %-22s %-10s %8s %10s".formatted(process, state, pid, memory));
  }
}
