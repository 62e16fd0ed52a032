package io.amends.bench.start;

import io.amends.bench.figures.Bound;
import io.amends.bench.figures.Figure;
import io.amends.bench.figures.FigureOutput;
import io.amends.bench.figures.Neighbours;
import io.amends.bench.stack.TemporaryStack;
import io.amends.local.installation.Installation;
import io.amends.local.process.Memory;
import io.amends.local.program.Ports;
import io.amends.local.program.QuickStarts;
import io.amends.local.program.Shipped;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackEvent;
import io.amends.local.stack.StackEvent.Ready;
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

  private static final Bound SECONDS = Bound.atMost(25);
  private static final Bound MEBIBYTES = Bound.atMost(2.5 * 1024);

  @Mixin private FigureOutput output = new FigureOutput();

  @Override
  public Integer call() {
    Installation installation = Installation.here();
    List<String> missing = Shipped.missing(installation);
    if (!missing.isEmpty()) {
      output.progress().println("without, since not built: " + String.join(", ", missing));
    }
    if (!new QuickStarts(installation).areRecorded()) {
      output.progress().println("starting once before, since a first run records classes");
      List<Figure> _ = measured(installation);
    }
    return output.print(measured(installation), System.out);
  }

  private static List<Figure> measured(Installation installation) {
    Map<String, Duration> ready = new ConcurrentSkipListMap<>();
    long begin = System.nanoTime();
    Neighbours neighbours = new Neighbours();
    try (TemporaryStack temporary =
        TemporaryStack.of(
            installation, plan -> plan.ports(Ports.free()).listener(event -> note(ready, event)))) {
      temporary.stack().start();
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      double taken = neighbours.percent();
      List<Figure> figures = figures(took, ready, temporary.stack().memory());
      figures.addAll(processor(temporary.stack()));
      figures.add(Figure.of("start.neighbours", taken, "%"));
      return figures;
    }
  }

  private static void note(Map<String, Duration> ready, StackEvent event) {
    if (event instanceof Ready(var program, _, var took)) {
      ready.put(program, took);
    }
  }

  /** What each program has used of the processors so far, the longer the more. */
  private static List<Figure> processor(Stack stack) {
    List<Figure> figures = new ArrayList<>();
    Duration all = Duration.ZERO;
    for (String program : stack.programs()) {
      Duration used =
          ProcessHandle.of(stack.pid(program))
              .flatMap(process -> process.info().totalCpuDuration())
              .orElse(Duration.ZERO);
      all = all.plus(used);
      figures.add(Figure.of("start.processor." + program, seconds(used), "s"));
    }
    figures.addFirst(Figure.of("start.processor", seconds(all), "s"));
    return figures;
  }

  private static List<Figure> figures(
      Duration took, Map<String, Duration> ready, Map<String, Memory> memory) {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("start.ready", seconds(took), "s").bound(SECONDS));
    Memory own = Memory.of(ProcessHandle.current().pid());
    Memory all = memory.values().stream().reduce(own, Memory::plus);
    figures.add(
        Figure.of("start.memory.resident", mebibytes(all.resident()), "MiB").bound(MEBIBYTES));
    figures.add(Figure.of("start.memory.share", mebibytes(all.share()), "MiB").bound(MEBIBYTES));
    ready.forEach(
        (program, after) -> figures.add(Figure.of("start.ready." + program, seconds(after), "s")));
    memory.forEach(
        (program, occupied) ->
            figures.add(
                Figure.of(
                    "start.memory.resident." + program, mebibytes(occupied.resident()), "MiB")));
    figures.add(Figure.of("start.memory.resident.bench", mebibytes(own.resident()), "MiB"));
    return figures;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static double mebibytes(long kibibytes) {
    return kibibytes / 1024.0;
  }
}
