package io.amends.local.command;

import io.amends.local.containers.ContainerSecrets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Passwords and keys of containers. */
@Command(
    name = "secrets",
    description = "Passwords and keys of an installation in containers.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = SecretsCommand.Make.class)
public final class SecretsCommand {

  /** Makes those that lack. */
  @Command(
      name = "make",
      description = "Makes those that lack, a folder for each container; the others stay.",
      mixinStandardHelpOptions = true)
  static final class Make implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
      new ContainerSecrets(folder).make();
      System.out.println("Secrets are in " + folder);
      return 0;
    }
  }
}
