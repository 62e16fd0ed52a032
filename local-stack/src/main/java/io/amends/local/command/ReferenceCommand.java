package io.amends.local.command;

import io.amends.local.door.Door;
import io.amends.local.door.ReferenceApply;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reference data of the chain: properties, rosters, guests, rates, the policy. */
@Command(
    name = "reference",
    description = "Applies reference data of the chain.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ReferenceCommand.Apply.class)
public final class ReferenceCommand {

  /** Applies one file, or says by line what is wrong with it. */
  @Command(
      name = "apply",
      description =
          "Applies a file of properties, rosters, guests, rates or a policy, YAML or JSON. If"
              + " anything in it is wrong, it says where, and applies nothing.",
      mixinStandardHelpOptions = true)
  static final class Apply implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Option(names = "--check", description = "only say what is wrong with it")
    private boolean check;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Override
    public Integer call() throws InterruptedException {
      try (Door door = data.door()) {
        ReferenceApply.Outcome outcome = new ReferenceApply(door).apply(file, check);
        if (!outcome.errors().isEmpty()) {
          outcome.errors().forEach(System.err::println);
          System.err.println("Nothing was applied. Mend it and apply it again.");
          return 1;
        }
        System.out.println(check ? "Nothing is wrong with it." : told(outcome.applied()));
        return 0;
      }
    }

    private static String told(Map<String, Integer> applied) {
      return applied.entrySet().stream()
          .map(kind -> "%s: %d".formatted(kind.getKey(), kind.getValue()))
          .collect(Collectors.joining(", ", "Applied ", ""));
    }
  }
}
