package io.amends.local.program;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One process of the stack: what it is made of and what it needs.
 *
 * @param name as people read it, and the name of its log, its state and its main port
 * @param ports the ports it listens on, by name; the first one is asked whether it is ready
 * @param heapMegabytes the most its Java heap may grow to
 * @param flags for its JVM alone, beside those that all get
 * @param environment for itself alone, beside what all are told of each other
 */
public record Program(
    String name,
    Code code,
    List<String> ports,
    int heapMegabytes,
    List<String> flags,
    Map<String, String> environment,
    Readiness readiness) {

  /** How one sees that it is ready. */
  public enum Readiness {
    /** {@code /actuator/health/readiness} answers 200. */
    HTTP,
    /** Kafka's Admin API answers, and the topics are there. */
    KAFKA
  }

  public Program {
    if (ports.isEmpty()) {
      throw new IllegalArgumentException(
          "ports of %s: none (expected: one or more)".formatted(name));
    }
    ports = List.copyOf(ports);
    flags = List.copyOf(flags);
    environment = Map.copyOf(environment);
  }

  /** A service: it listens on one port, which has its name. */
  public static Program service(String name, Code code, int heapMegabytes) {
    return new Program(
        name, code, List.of(name), heapMegabytes, List.of(), Map.of(), Readiness.HTTP);
  }

  /** The same with more flags for its JVM. */
  public Program with(List<String> jvmFlags) {
    return new Program(name, code, ports, heapMegabytes, jvmFlags, environment, readiness);
  }

  /** The same with one more variable in its environment. */
  public Program with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Program(name, code, ports, heapMegabytes, flags, more, readiness);
  }

  public String mainPort() {
    return ports.getFirst();
  }
}
