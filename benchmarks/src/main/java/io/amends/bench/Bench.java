package io.amends.bench;

import io.amends.bench.cases.CasesBench;
import io.amends.bench.deadlines.DeadlinesBench;
import io.amends.bench.desk.DeskBench;
import io.amends.bench.intake.IntakeBench;
import io.amends.bench.notifications.NotificationsBench;
import io.amends.bench.scorer.ScorerBench;
import io.amends.bench.start.StartBench;
import io.amends.local.command.Execution;
import picocli.CommandLine.Command;

/**
 * Measurements. A new one is a command class of its own and one word in this list.
 *
 * <p>Exit values: 0 it was measured and reaches what it must, 1 it does not or could not be
 * measured and the last line says why, 2 it was not understood.
 */
@Command(
    name = "./amends bench",
    description = "Measures; with --json one line per figure.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      StartBench.class,
      DeadlinesBench.class,
      CasesBench.class,
      DeskBench.class,
      IntakeBench.class,
      ScorerBench.class,
      NotificationsBench.class
    })
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) {
    // Kafka's clients tell their own story; people are told ours.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    System.exit(Execution.of(new Bench(), arguments));
  }
}
