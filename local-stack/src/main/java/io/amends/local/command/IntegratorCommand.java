package io.amends.local.command;

import io.amends.contracts.topics.InboundKind;
import io.amends.local.access.Handover;
import io.amends.local.access.Integrator;
import io.amends.local.stack.StackFailure;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts for foreign systems. */
@Command(
    name = "integrator",
    description = "Accounts for systems that publish to this installation or read from it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = IntegratorCommand.Add.class)
public final class IntegratorCommand {

  /** Prints what makes the account, and what is handed over. Nothing is done to any cluster. */
  @Command(
      name = "add",
      description = "Prints the account, its rights and a first event, ready to be run.",
      mixinStandardHelpOptions = true)
  static final class Add implements Callable<Integer> {

    private static final int PASSWORD_BYTES = 24;

    @Parameters(paramLabel = "NAME", description = "lower-case letters, digits and hyphens")
    private String name = "";

    @Option(names = "--source", required = true, description = "its ce_source, a URI")
    private URI source = URI.create("urn:none");

    @Option(
        names = "--topics",
        split = ",",
        description = "what it tells: ${COMPLETION-CANDIDATES}; commas between")
    private Set<InboundKind> topics = EnumSet.noneOf(InboundKind.class);

    @Option(names = "--reads", split = ",", description = "published topics that it reads")
    private Set<String> reads = new TreeSet<>();

    @Option(names = "--prefix", description = "of the installation")
    private String prefix = "";

    @Option(names = "--partitions", description = "of its topics (${DEFAULT-VALUE})")
    private int partitions = 12;

    @Option(names = "--copies", description = "of each (${DEFAULT-VALUE})")
    private int copies = 3;

    @Override
    public Integer call() {
      Integrator integrator;
      try {
        integrator = new Integrator(name, source, topics, reads);
      } catch (IllegalArgumentException refused) {
        throw new StackFailure(String.valueOf(refused.getMessage()), refused);
      }
      new Handover(integrator, prefix, password(), partitions, copies)
          .lines()
          .forEach(System.out::println);
      return 0;
    }

    private static String password() {
      byte[] bytes = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }
}
