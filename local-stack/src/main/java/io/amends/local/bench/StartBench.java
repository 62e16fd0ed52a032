package io.amends.local.bench;

import io.amends.local.installation.Folders;
import io.amends.local.installation.Installation;
import io.amends.local.process.Memory;
import io.amends.local.program.Ports;
import io.amends.local.program.QuickStarts;
import io.amends.local.program.Shipped;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackEvent;
import io.amends.local.stack.StackEvent.Ready;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How long it takes from built jars to ready, and how much memory all of it occupies then. */
@Command(
    name = "start",
    description = "From built jars to ready, on an empty data folder, and the memory of it all.",
    mixinStandardHelpOptions = true)
public final class StartBench implements Callable<Integer> {

  private static final double SECONDS_ALLOWED = 25;
  private static final double MEBIBYTES_ALLOWED = 2.5 * 1024;

  @Mixin private FigureOutput output = new FigureOutput();

  @Override
  public Integer call() throws IOException {
    Installation installation = Installation.here();
    List<String> missing = Shipped.missing(installation);
    if (!missing.isEmpty()) {
      output.progress().println("without, since not built: " + String.join(", ", missing));
    }
    if (!new QuickStarts(installation).areRecorded()) {
      output.progress().println("starting once before, since a first run records classes");
      List<Figure> _ = measured(installation);
    }
    output.print(measured(installation), System.out);
    return 0;
  }

  private static List<Figure> measured(Installation installation) throws IOException {
    Map<String, Duration> ready = new ConcurrentSkipListMap<>();
    Path data = Files.createTempDirectory("amends-bench-start");
    long begin = System.nanoTime();
    try (Stack stack =
        Stack.of(installation, data)
            .ports(Ports.free())
            .listener(event -> note(ready, event))
            .start()) {
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      return figures(took, ready, stack.memory());
    } finally {
      Folders.delete(data);
    }
  }

  private static void note(Map<String, Duration> ready, StackEvent event) {
    if (event instanceof Ready(var program, _, var took)) {
      ready.put(program, took);
    }
  }

  private static List<Figure> figures(
      Duration took, Map<String, Duration> ready, Map<String, Memory> memory) {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("start.ready", seconds(took), "s").bound(SECONDS_ALLOWED));
    Memory launcher = Memory.of(ProcessHandle.current().pid());
    Memory all = memory.values().stream().reduce(launcher, Memory::plus);
    figures.add(
        Figure.of("start.memory.resident", mebibytes(all.resident()), "MiB")
            .bound(MEBIBYTES_ALLOWED));
    figures.add(
        Figure.of("start.memory.share", mebibytes(all.share()), "MiB").bound(MEBIBYTES_ALLOWED));
    ready.forEach(
        (program, after) -> figures.add(Figure.of("start.ready." + program, seconds(after), "s")));
    memory.forEach(
        (program, occupied) ->
            figures.add(
                Figure.of(
                    "start.memory.resident." + program, mebibytes(occupied.resident()), "MiB")));
    figures.add(Figure.of("start.memory.resident.launcher", mebibytes(launcher.resident()), "MiB"));
    return figures;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static double mebibytes(long kibibytes) {
    return kibibytes / 1024.0;
  }
}
