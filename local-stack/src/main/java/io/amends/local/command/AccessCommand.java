package io.amends.local.command;

import io.amends.local.access.ClusterAccounts;
import io.amends.local.access.Login;
import io.amends.local.stack.StackFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the services may do on a cluster. */
@Command(
    name = "access",
    description = "Accounts of the services on a cluster.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AccessCommand.Apply.class)
public final class AccessCommand {

  /** Sets the services' passwords and rights; other accounts are left alone. */
  @Command(
      name = "apply",
      description =
          "Makes the accounts of the services, with the rights that the catalogue of topics gives"
              + " each; rights that are too many are taken.",
      mixinStandardHelpOptions = true)
  static final class Apply implements Callable<Integer> {

    @Mixin private ClusterOption cluster = new ClusterOption();

    @Option(names = "--prefix", description = "of the installation")
    private String prefix = "";

    @Parameters(paramLabel = "FILE", description = "a service and its password a line, = between")
    private Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
      Properties lines = ClusterOption.read(file);
      List<Login> logins =
          lines.stringPropertyNames().stream()
              .sorted()
              .map(user -> new Login(user, lines.getProperty(user)))
              .toList();
      try {
        ClusterAccounts.Done done =
            cluster.with(admin -> new ClusterAccounts(admin).apply(logins, prefix));
        System.out.println(
            "%d accounts; %d rights granted, %d taken"
                .formatted(done.accounts(), done.granted(), done.taken()));
        return 0;
      } catch (IllegalArgumentException refused) {
        throw new StackFailure(String.valueOf(refused.getMessage()), refused);
      }
    }
  }
}
