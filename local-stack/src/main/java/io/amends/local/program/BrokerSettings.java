package io.amends.local.program;

import io.amends.local.access.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How Kafka's broker is set up when it is alone on one machine. */
public final class BrokerSettings {

  private BrokerSettings() {}

  /** Where the broker's log lies in its folder. */
  public static Path log(Path folder) {
    return folder.resolve("log");
  }

  /**
   * Writes the settings for these ports into the broker's folder and returns the file.
   *
   * @param admin who may do everything, so that others may do only what they are granted; null:
   *     anybody may do anything
   */
  public static Path write(Path folder, Ports ports, @Nullable Login admin) {
    Path file = folder.resolve("server.properties");
    String lines =
        settings(log(folder), ports, admin).entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      return Files.writeString(file, lines);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Map<String, String> settings(Path log, Ports ports, @Nullable Login admin) {
    String broker = "127.0.0.1:" + ports.of(Ports.BROKER);
    String controller = "127.0.0.1:" + ports.of(Ports.CONTROLLER);
    Map<String, String> settings = new TreeMap<>(ALONE);
    settings.put("listeners", "CLIENTS://%s,CONTROLLER://%s".formatted(broker, controller));
    settings.put("advertised.listeners", "CLIENTS://" + broker);
    settings.put("inter.broker.listener.name", "CLIENTS");
    settings.putAll(admin == null ? OPEN : BrokerSecurity.of(admin, "CLIENTS"));
    // Not a dynamic quorum: that one remembers the port, which may be another at the next start.
    settings.put("controller.quorum.voters", "1@" + controller);
    settings.put("log.dirs", log.toString());
    return settings;
  }

  private static final Map<String, String> OPEN =
      Map.of("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");

  private static final Map<String, String> ALONE =
      Map.ofEntries(
          Map.entry("process.roles", "broker,controller"),
          Map.entry("node.id", "1"),
          Map.entry("controller.listener.names", "CONTROLLER"),
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("default.replication.factor", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          // 50 by default, each with its own files: a second of the first start.
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          // 10 MB by default, mapped twice for each partition; enough for segments of 350 MB.
          Map.entry("log.index.size.max.bytes", "1048576"),
          // Nobody else is about to join: 3 s less until the first assignment.
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // 128 MB by default, all of it on the heap.
          Map.entry("log.cleaner.dedupe.buffer.size", "16777216"));
}
