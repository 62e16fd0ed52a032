package io.amends.bench.intake;

import io.amends.bench.figures.Figure;
import io.amends.bench.figures.FigureOutput;
import io.amends.bench.figures.Machine;
import io.amends.bench.figures.Neighbours;
import io.amends.bench.stack.BesideBare;
import io.amends.contracts.topics.Topics;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much the door takes, how soon it answers, and what it does while the broker stands still. */
@Command(
    name = "intake",
    description =
        "The door: complaints a second by HTTP beside the bare limits, how soon at half of that,"
            + " what goes on behind it, interactions by topic, a frozen broker, what is kept of"
            + " each event.",
    mixinStandardHelpOptions = true)
public final class IntakeBench implements Callable<Integer> {

  /** What the bound of the topic path is asked of. */
  private static final int FULL_SIZE = 400_000;

  /** The store of what has come before, as it is named on the disk. */
  private static final String SEEN = "/seen";

  @Mixin private FigureOutput output = new FigureOutput();

  @Option(
      names = "--seconds",
      paramLabel = "NUMBER",
      description = "of each load by HTTP, after its warm-up (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private int seconds;

  @Option(
      names = "--warm",
      paramLabel = "SECONDS",
      description =
          "of load before it counts, since a JVM compiles for a minute on two busy cores"
              + " (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int warmSeconds;

  @Option(
      names = "--interactions",
      paramLabel = "NUMBER",
      description = "by topic; its bound holds at full size (default: ${DEFAULT-VALUE})",
      defaultValue = "400000")
  private int interactions;

  @Option(
      names = "--frozen",
      paramLabel = "SECONDS",
      description = "how long the broker stands still (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private int frozenSeconds;

  @Option(
      names = "--frozen-rate",
      paramLabel = "NUMBER",
      description = "complaints a second meanwhile (default: ${DEFAULT-VALUE})",
      defaultValue = "500")
  private int frozenRate;

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "PART",
      description = "what is not measured: ${COMPLETION-CANDIDATES}")
  private Set<Part> skipped = EnumSet.noneOf(Part.class);

  private final List<Figure> figures = new ArrayList<>();

  /** What can be left out. */
  enum Part {
    LIMITS,
    HTTP,
    FROZEN,
    TOPIC
  }

  @Override
  public Integer call() {
    PrintStream progress = output.progress();
    progress.println(Machine.description());
    Neighbours neighbours = new Neighbours();
    try (BesideBare running =
        BesideBare.compiledAsUsual(Installation.here(), Ports.INTAKE, SilentIntake.BARE)) {
      Stack stack = running.stack();
      stack.start(Ports.BROKER);
      stack.start(Ports.IDENTITY);
      Doorstep doorstep = new Doorstep(stack, warmSeconds);
      HttpPath http = new HttpPath(doorstep, seconds, progress);
      if (wanted(Part.LIMITS)) {
        http.limits(stack);
      }
      stack.start(Ports.INTAKE);
      Hotels.apply(doorstep.door(), doorstep.token("bench"));
      long events = complaints(stack, doorstep, http, progress);
      figures.addAll(http.figures());
      memory(stack);
      if (wanted(Part.TOPIC)) {
        stack.stop(Ports.INTAKE);
        figures.addAll(
            new TopicPath(stack, progress).measure(interactions, interactions >= FULL_SIZE));
        events += interactions;
      }
      stack.stop(Ports.INTAKE);
      double seen = running.bytesOnDisk(Ports.INTAKE, SEEN);
      figures.add(Figure.of("intake.seen.per.event", seen / events, "B"));
    }
    figures.add(Figure.of("intake.neighbours", neighbours.percent(), "%"));
    return output.print(figures, System.out);
  }

  /** How many came out in the end. */
  private long complaints(Stack stack, Doorstep doorstep, HttpPath http, PrintStream progress) {
    try (Published complaints =
        new Published(stack.ports().bootstrapServers(), Topics.COMPLAINTS)) {
      if (wanted(Part.HTTP)) {
        http.measure(complaints);
      }
      if (wanted(Part.FROZEN)) {
        figures.addAll(
            new Outage(stack, doorstep, progress).measure(complaints, frozenRate, frozenSeconds));
      }
      return complaints.count();
    }
  }

  private void memory(Stack stack) {
    figures.add(
        Figure.of("intake.memory.resident", stack.memory(Ports.INTAKE).residentMebibytes(), "MiB"));
  }

  private boolean wanted(Part part) {
    return !skipped.contains(part);
  }
}
