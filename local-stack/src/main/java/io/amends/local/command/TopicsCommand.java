package io.amends.local.command;

import io.amends.local.access.ClusterTopics;
import io.amends.local.program.ShippedTopics;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The topics of an installation on a cluster of the chain. */
@Command(
    name = "topics",
    description = "The topics of an installation on a cluster.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = TopicsCommand.Apply.class)
public final class TopicsCommand {

  /** Makes what lacks and changes settings that differ; partitions and copies it only looks at. */
  @Command(
      name = "apply",
      description =
          "Makes the topics that lack, and sets those settings that differ from the catalogue. What"
              + " can't be changed is told, and then nothing is done.",
      mixinStandardHelpOptions = true)
  static final class Apply implements Callable<Integer> {

    @Mixin private ClusterOption cluster = new ClusterOption();

    @Option(names = "--prefix", description = "of the installation")
    private String prefix = "";

    @Option(names = "--partitions", description = "fixed for life (${DEFAULT-VALUE})")
    private int partitions = 12;

    @Option(names = "--copies", description = "of each partition (${DEFAULT-VALUE})")
    private short copies = 3;

    @Option(
        names = "--in-sync",
        description = "copies that must have a record before it counts (${DEFAULT-VALUE})")
    private int inSync = 2;

    @Option(
        names = "--sources",
        split = ",",
        description = "that publish here; commas between (default: ${DEFAULT-VALUE})")
    private List<String> sources = ShippedTopics.SOURCES;

    @Option(names = "--dry-run", description = "only say what would be done")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
      List<NewTopic> wanted =
          ShippedTopics.all(
              new ShippedTopics.Kept(prefix, partitions, copies, Math.min(inSync, copies)),
              sources);
      return cluster.with(
          admin -> {
            ClusterTopics topics = new ClusterTopics(admin);
            ClusterTopics.Plan plan = topics.plan(wanted);
            plan.create().forEach(topic -> System.out.println("make " + topic.name()));
            new TreeMap<>(plan.change())
                .forEach((name, config) -> System.out.println("set  " + name + " " + config));
            plan.refused().forEach(System.err::println);
            if (!plan.refused().isEmpty()) {
              System.err.println("Nothing was done.");
              return 1;
            }
            if (!dryRun) {
              topics.carryOut(plan);
            }
            System.out.println(
                "%s of %d topics, %d made and %d set"
                    .formatted(
                        dryRun ? "Would be" : "Done:",
                        wanted.size(),
                        plan.create().size(),
                        plan.change().size()));
            return 0;
          });
    }
  }
}
