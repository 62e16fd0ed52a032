package io.amends.bench.deadlines;

import io.amends.bench.alarms.Kind;
import io.amends.bench.figures.FigureOutput;
import io.amends.bench.figures.Machine;
import io.amends.local.installation.Installation;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What durable deadlines do at a million open ones, and the machine's bare limit beside it. */
@Command(
    name = "deadlines",
    description = "A million open deadlines: arming, lateness, a herd, restarts.",
    mixinStandardHelpOptions = true)
public final class DeadlinesBench implements Callable<Integer> {

  @Mixin private FigureOutput output = new FigureOutput();

  @Option(
      names = "--scale",
      paramLabel = "PART",
      description =
          "so much of the full size, such as 0.01; bounds of speed hold at full size (default: 1)")
  private double scale = 1;

  @Option(
      names = "--rounds",
      paramLabel = "NUMBER",
      description = "how often each is measured, in turns with the bare limit (default: 2)")
  private int rounds = 2;

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "PART",
      description = "what is not measured: ${COMPLETION-CANDIDATES}")
  private Set<Part> skipped = EnumSet.noneOf(Part.class);

  /** What can be left out. */
  enum Part {
    SECOND,
    DRAIN,
    RESTART,
    CRASH
  }

  @Override
  public Integer call() {
    PrintStream progress = output.progress();
    progress.println(Machine.description());
    progress.println("starting a broker and two services");
    Findings findings = new Findings(scale == 1);
    try (AlarmStack stack = new AlarmStack(Installation.here());
        Feed feed = new Feed(stack.bootstrap())) {
      Both<Side> sides =
          new Both<>(Kind.DEADLINES, Kind.BARE).map(kind -> new Side(kind, feed, stack));
      try (Hearing _ = new Hearing(stack.bootstrap(), sides)) {
        Run run = new Run(stack, sides, Sizes.scaled(scale), rounds, findings, progress);
        run.arm();
        if (wanted(Part.RESTART)) {
          run.restart();
        }
        if (wanted(Part.SECOND) || wanted(Part.DRAIN)) {
          run.warmUp();
        }
        if (wanted(Part.SECOND)) {
          run.oneSecond();
        }
        if (wanted(Part.DRAIN)) {
          run.drain();
        }
        if (wanted(Part.CRASH)) {
          run.crash();
        }
        run.count();
      }
    }
    return output.print(findings.figures(), System.out);
  }

  private boolean wanted(Part part) {
    return !skipped.contains(part);
  }
}
