package io.amends.local.command;

import io.amends.local.dlq.Letter;
import io.amends.local.dlq.Letters;
import io.amends.local.dlq.Masked;
import io.amends.local.stack.StackFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was refused and kept: how much of what, one of it, and once more to the door. */
@Command(
    name = "dlq",
    description = "Shows dead letters, and sends them again.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {DlqCommand.ListThem.class, DlqCommand.Show.class, DlqCommand.Redrive.class})
public final class DlqCommand {

  /** Which letters are meant. */
  static final class Filter {

    @Option(names = "--topic", paramLabel = "TEXT", description = "part of the topic's name")
    private String topic = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "part of the reason")
    private String reason = "";

    @Option(
        names = "--since",
        paramLabel = "TIME",
        description = "refused then or later, such as 2026-11-20T21:00:00Z")
    private Instant since = Instant.EPOCH;

    List<Letter> of(Letters letters) {
      return letters.find(
          letter -> letter.record().topic().contains(topic) && letter.reason().contains(reason),
          since);
    }
  }

  private static Letters letters(DataOption data) {
    return new Letters(data.running().namedPorts().bootstrapServers());
  }

  /** How many there are, by topic and reason. */
  @Command(
      name = "list",
      description = "Counts dead letters by topic and reason.",
      mixinStandardHelpOptions = true)
  static final class ListThem implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();
    @Mixin private Filter filter = new Filter();

    @Override
    public Integer call() {
      Map<String, List<Letter>> groups =
          filter.of(letters(data)).stream()
              .collect(
                  Collectors.groupingBy(
                      letter -> letter.record().topic() + "  " + letter.reason(),
                      TreeMap::new,
                      Collectors.toList()));
      if (groups.isEmpty()) {
        System.out.println("There are none.");
      }
      groups.forEach(
          (what, same) ->
              System.out.println(
                  "%6d  %s%n        the last: %s at %s"
                      .formatted(same.size(), what, same.getLast().name(), same.getLast().at())));
      return 0;
    }
  }

  /** One of them, without anybody's words. */
  @Command(
      name = "show",
      description = "Shows one dead letter; words and names in it are masked.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();

    @Parameters(paramLabel = "TOPIC/PARTITION/OFFSET")
    private String name = "";

    @Override
    public Integer call() {
      Letter letter =
          letters(data).find(each -> each.name().equals(name), Instant.EPOCH).stream()
              .findFirst()
              .orElseThrow(() -> new StackFailure("There is no dead letter " + name));
      System.out.println("refused   " + letter.at());
      System.out.println("came by   " + letter.origin());
      System.out.println("reason    " + letter.reason());
      System.out.println(
          "event     " + letter.header("ce_id") + " of " + letter.header("ce_source"));
      System.out.println("replays   " + letter.replays());
      System.out.println(Masked.of(letter.record().value()));
      return 0;
    }
  }

  /** Sends them to the door again, with the same event ids: what was let in since is a repeat. */
  @Command(
      name = "redrive",
      description =
          "Sends dead letters of the door to the topics that they came by, with the same ids.",
      mixinStandardHelpOptions = true)
  static final class Redrive implements Callable<Integer> {

    @Mixin private DataOption data = new DataOption();
    @Mixin private Filter filter = new Filter();

    @Option(names = "--dry-run", description = "only say what would be sent")
    private boolean dryRun;

    @Option(names = "--rate", paramLabel = "N", description = "a second (default: 100)")
    private int rate = 100;

    @Override
    public Integer call() throws InterruptedException {
      if (rate < 1 || rate > 10_000) {
        throw new StackFailure("--rate: %d (expected: 1 to 10000)".formatted(rate));
      }
      Letters letters = letters(data);
      List<Letter> found = filter.of(letters);
      List<Letter> sent =
          found.stream().filter(letter -> letter.origin().startsWith(Letters.DOOR)).toList();
      if (!dryRun) {
        letters.redrive(sent, rate);
      }
      System.out.println(
          "%s %d of %d; what did not come by the door stays where it is."
              .formatted(dryRun ? "Would send" : "Sent", sent.size(), found.size()));
      return 0;
    }
  }
}
