package io.amends.bench.cases;

import io.amends.bench.figures.Bound;
import io.amends.bench.figures.Figure;
import io.amends.bench.figures.FigureOutput;
import io.amends.bench.figures.Machine;
import io.amends.bench.figures.Neighbours;
import io.amends.bench.stack.BesideBare;
import io.amends.bench.stack.Committed;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many commands a million open cases stand, how soon each is answered, how late alerts are. */
@Command(
    name = "cases",
    description =
        "A million open cases: commands a second beside the bare limit, command to outcome at 1,000"
            + " a second, lateness of alerts meanwhile, memory, disk for each case, restarts.",
    mixinStandardHelpOptions = true)
public final class CasesBench implements Callable<Integer> {

  /** What the bounds of speed are asked of. */
  private static final int FULL_SIZE = 1_000_000;

  @Mixin private FigureOutput output = new FigureOutput();

  @Option(
      names = "--cases",
      paramLabel = "NUMBER",
      description = "open; bounds of speed hold at full size (default: ${DEFAULT-VALUE})",
      defaultValue = "1000000")
  private int cases;

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "PART",
      description = "what is not measured: ${COMPLETION-CANDIDATES}")
  private Set<Part> skipped = EnumSet.noneOf(Part.class);

  private final List<Figure> figures = new ArrayList<>();

  /** What can be left out. */
  enum Part {
    BARE,
    SUSTAINED,
    PACED,
    RESTART
  }

  @Override
  public Integer call() {
    PrintStream progress = output.progress();
    progress.println(Machine.description());
    Neighbours neighbours = new Neighbours();
    QuietHotels hotels = QuietHotels.of(HotelClock.system().instant(), cases);
    try (BesideBare running =
        new BesideBare(Installation.here(), Ports.ORCHESTRATOR, BareCases.BARE)) {
      Stack stack = running.stack();
      stack.start(Ports.BROKER);
      stack.start(Ports.IDENTITY);
      String bootstrap = stack.ports().bootstrapServers();
      try (Feed feed = new Feed(bootstrap, hotels);
          Committed told = new Committed(bootstrap, Topics.COMPLAINTS);
          Committed asked = new Committed(bootstrap, Topics.COMMANDS);
          Heard heard = new Heard(bootstrap)) {
        Load load = new Load(feed, heard, cases);
        progress.println("opening %,d cases".formatted(cases));
        load.write();
        stack.start(Ports.ORCHESTRATOR);
        add("opened", load.opened(told), "1/s", null, null);
        if (wanted(Part.SUSTAINED)) {
          progress.println("commands as fast as they are answered");
          double sustained = load.sustained();
          @Nullable Double bare = wanted(Part.BARE) ? bare(stack, asked, load, progress) : null;
          add("commands.sustained", sustained, "1/s", bare, Bound.atLeast(2_000));
        }
        if (wanted(Part.PACED)) {
          progress.println("1,000 commands a second, of which 100 grant money, and 100 new cases");
          paced(load, heard);
        }
        memory(stack);
        if (wanted(Part.RESTART)) {
          restarts(running, new Restarts(running, feed, heard), progress);
        } else {
          add("disk.per.case", disk(running), "B", null, null);
        }
      }
    }
    figures.add(Figure.of("cases.neighbours", neighbours.percent(), "%"));
    return output.print(figures, System.out);
  }

  private static double bare(Stack stack, Committed asked, Load load, PrintStream progress) {
    progress.println("the same commands with no rule");
    stack.start(BareCases.NAME);
    double bare = load.bare(asked);
    stack.stop(BareCases.NAME);
    return bare;
  }

  private void paced(Load load, Heard heard) {
    load.paced();
    add("command.p50", heard.answered(Load.PLAIN).at(50), "ms", null, Bound.below(300));
    add("command.p99", heard.answered(Load.PLAIN).at(99), "ms", null, Bound.below(1_000));
    add("money.p50", heard.answered(Load.MONEY).at(50), "ms", null, null);
    add("money.p99", heard.answered(Load.MONEY).at(99), "ms", null, Bound.below(3_000));
    add("lateness.p50", heard.lateness().at(50), "ms", null, null);
    add("lateness.p99", heard.lateness().at(99), "ms", null, Bound.below(1_500));
    none("unanswered", heard.unanswered());
    none("not.alerted", heard.notAlerted());
    // with few cases the same ones are given more than their limits allow
    add("not.done", (double) load.notDone(), "", null, Bound.atMost(0));
  }

  private void memory(Stack stack) {
    add("memory.resident", stack.memory(Ports.ORCHESTRATOR).residentMebibytes(), "MiB", null, null);
  }

  private void restarts(BesideBare running, Restarts restarts, PrintStream progress) {
    progress.println("restarts: in order, after kill -9, without anything on its disk");
    add("restart.in.order", restarts.inOrder(), "s", null, null);
    add("disk.per.case", disk(running), "B", null, null);
    add("restart.killed", restarts.killed(), "s", null, null);
    add("restart.without.state", restarts.withoutState(), "s", null, null);
  }

  private double disk(BesideBare running) {
    return (double) running.bytesOnDisk(Ports.ORCHESTRATOR) / cases;
  }

  private boolean wanted(Part part) {
    return !skipped.contains(part);
  }

  /** That nothing is lost is asked for at any size; speed at the full one. */
  private void none(String name, long value) {
    figures.add(Figure.of("cases." + name, (double) value, "").bound(Bound.atMost(0)));
  }

  private void add(
      String name, double value, String unit, @Nullable Double limit, @Nullable Bound bound) {
    Figure figure =
        Figure.of("cases." + name, value, unit).bound(cases >= FULL_SIZE ? bound : null);
    figures.add(limit == null ? figure : figure.limit(limit));
  }
}
