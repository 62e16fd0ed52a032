package io.amends.local.program;

import io.amends.local.process.LocalPort;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where everything listens: a port by its name.
 *
 * @param numbers port numbers of the loopback address, each once
 */
public record Ports(Map<String, Integer> numbers) {

  public static final String BROKER = "broker";
  public static final String CONTROLLER = "broker-controller";
  public static final String IDENTITY = "identity";
  public static final String SMTP = "smtp";
  public static final String IMAP = "imap";
  public static final String INTAKE = "complaint-intake";
  public static final String ORCHESTRATOR = "recovery-orchestrator";
  public static final String SCORER = "retention-scorer";
  public static final String NOTIFICATION = "notification-service";
  public static final String DESK = "recovery-desk";

  private static final Map<String, Integer> STANDARD =
      Map.of(
          BROKER, 9092,
          CONTROLLER, 9093,
          IDENTITY, 8080,
          SMTP, 3025,
          IMAP, 3143,
          INTAKE, 8081,
          ORCHESTRATOR, 8082,
          SCORER, 8083,
          NOTIFICATION, 8084,
          DESK, 8085);

  public Ports {
    numbers = Map.copyOf(numbers);
    if (new HashSet<>(numbers.values()).size() < numbers.size()) {
      throw new IllegalArgumentException(
          "ports: %s (expected: every number once)".formatted(new TreeMap<>(numbers)));
    }
  }

  /** The ones that the documentation names. */
  public static Ports standard() {
    return new Ports(STANDARD);
  }

  /** Free ones, for a stack beside others. */
  public static Ports free() {
    Ports chosen = new Ports(Map.of());
    for (String name : STANDARD.keySet()) {
      chosen = chosen.withFree(name);
    }
    return chosen;
  }

  /** The same, but for one. */
  public Ports with(String name, int number) {
    Map<String, Integer> changed = new TreeMap<>(numbers);
    changed.put(name, number);
    return new Ports(changed);
  }

  /** The same, with a free port for this name. */
  public Ports withFree(String name) {
    return with(name, LocalPort.anyFree(Set.copyOf(numbers.values())));
  }

  /**
   * The number of a port.
   *
   * @throws IllegalArgumentException if there is no port of that name
   */
  public int of(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException(
          "port: %s (expected: one of %s)".formatted(name, new TreeMap<>(numbers).keySet()));
    }
    return number;
  }

  /** The address of what listens there over HTTP. */
  public String url(String name) {
    return "http://localhost:" + of(name);
  }

  /** Not {@code localhost}: some clients try IPv6 first and complain. */
  public String bootstrapServers() {
    return "127.0.0.1:" + of(BROKER);
  }
}
