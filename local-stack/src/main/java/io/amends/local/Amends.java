package io.amends.local;

import io.amends.local.command.AccessCommand;
import io.amends.local.command.BacktestCommand;
import io.amends.local.command.BenchCommand;
import io.amends.local.command.ClassifyCommand;
import io.amends.local.command.DlqCommand;
import io.amends.local.command.DownCommand;
import io.amends.local.command.Execution;
import io.amends.local.command.ImportCommand;
import io.amends.local.command.IntegratorCommand;
import io.amends.local.command.LettersCommand;
import io.amends.local.command.LinkCommand;
import io.amends.local.command.ModelCommand;
import io.amends.local.command.OperaCommand;
import io.amends.local.command.ReadinessCommand;
import io.amends.local.command.ReferenceCommand;
import io.amends.local.command.SecretsCommand;
import io.amends.local.command.StatusCommand;
import io.amends.local.command.TokenCommand;
import io.amends.local.command.TopicsCommand;
import io.amends.local.command.UpCommand;
import io.amends.local.demo.DemoCommand;
import picocli.CommandLine.Command;

/**
 * The command line. A new command is a class of its own and one word in this list.
 *
 * <p>Exit values: 0 it is done, 1 it could not be done and the last line says why, 2 it was not
 * understood.
 */
@Command(
    name = "amends",
    description = "Service recovery and guest retention for hotel chains, on this machine.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      DemoCommand.class,
      DownCommand.class,
      StatusCommand.class,
      ReadinessCommand.class,
      TokenCommand.class,
      ReferenceCommand.class,
      ImportCommand.class,
      OperaCommand.class,
      LettersCommand.class,
      LinkCommand.class,
      DlqCommand.class,
      TopicsCommand.class,
      AccessCommand.class,
      SecretsCommand.class,
      IntegratorCommand.class,
      ModelCommand.class,
      BacktestCommand.class,
      ClassifyCommand.class,
      BenchCommand.class,
    })
public final class Amends {

  private Amends() {}

  public static void main(String[] arguments) {
    // Kafka's client tells its own story; people are told ours.
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
    System.exit(Execution.of(new Amends(), arguments));
  }
}
