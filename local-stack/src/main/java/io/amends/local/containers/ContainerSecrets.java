package io.amends.local.containers;

import io.amends.local.access.ClusterAccounts;
import io.amends.local.access.Login;
import io.amends.local.installation.PrivateFile;
import io.amends.local.program.BrokerSecurity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the containers of an installation know and nobody else does, as files: each container gets a
 * folder of its own. What is there already stays; the rest is made.
 *
 * <p>A service reads its folder as settings, each file the value of the setting that it is named
 * after.
 */
public final class ContainerSecrets {

  /** Whom our images run as. */
  private static final int OURS = 10_001;

  /** Whom the public images run as. */
  private static final Map<String, Integer> OTHERS =
      Map.of("kafka", 1_000, "grafana", 472, "alertmanager", 65_534);

  /** What a broker needs that is not its own alone; the rest stands in the compose file. */
  private static final Map<String, String> BROKER =
      Map.of(
          "auto.create.topics.enable", "false",
          "inter.broker.listener.name", "CLIENTS",
          "controller.listener.names", "CONTROLLER",
          "process.roles", "broker,controller",
          "socket.request.max.bytes", "10485760",
          "group.initial.rebalance.delay.ms", "0");

  private final Path folder;

  public ContainerSecrets(Path folder) {
    this.folder = folder;
  }

  /** Makes what lacks. */
  public void make() {
    Login admin = new Login(Login.ADMIN, made("admin", "password"));
    write("kafka", "server.properties", lines(broker(admin)));
    write(
        "admin",
        "client.properties",
        lines(
            admin.asAdmin().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> (String) each.getValue()))));
    Map<String, String> accounts = new TreeMap<>();
    String linkKeys = "k1:" + made("links", "key");
    ClusterAccounts.SERVICES.forEach(
        service -> {
          String name = service.word();
          accounts.put(name, made(name, "amends.kafka.password"));
          write(name, "amends.kafka.user", name);
          write(name, "amends.link-keys", linkKeys);
        });
    write("admin", "accounts.properties", lines(accounts));
    String _ = made("identity", "amends.local.command-line-secret");
    String _ =
        PrivateFile.readOrMake(
            in("identity").resolve("integrators.properties"),
            () -> "demo-integrator=" + PrivateFile.random());
    String _ = made("grafana", "admin-password");
    for (String receiver : new String[] {"pager", "tickets", "alive"}) {
      String _ =
          PrivateFile.readOrMake(
              in("alertmanager").resolve(receiver), () -> "http://localhost:9/nobody-is-told-yet");
    }
    giveAway();
  }

  private static Map<String, String> broker(Login admin) {
    Map<String, String> settings = new TreeMap<>(BrokerSecurity.of(admin, "CLIENTS", "HOST"));
    settings.putAll(BROKER);
    return settings;
  }

  private static String lines(Map<String, String> settings) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue() + "\n")
            .collect(Collectors.joining());
  }

  private String made(String whose, String name) {
    return PrivateFile.readOrMake(in(whose).resolve(name), PrivateFile::random);
  }

  private void write(String whose, String name, String text) {
    Path file = in(whose).resolve(name);
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    String _ = PrivateFile.readOrMake(file, () -> text);
  }

  private Path in(String whose) {
    try {
      return Files.createDirectories(folder.resolve(whose));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** To whom each folder belongs, if we may say so. */
  private void giveAway() {
    try (var all = Files.walk(folder)) {
      for (Path each : all.filter(each -> !each.equals(folder)).toList()) {
        String whose = folder.relativize(each).getName(0).toString();
        PrivateFile.closeToOthers(each);
        if ("root".equals(System.getProperty("user.name"))) {
          Files.setAttribute(each, "unix:uid", OTHERS.getOrDefault(whose, OURS));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
