package io.amends.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/** The Docker engine of this machine and the compose files, as a person uses them. */
final class Engine implements AutoCloseable {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final List<String> compose;

  private Engine(List<String> files) {
    List<String> words = new ArrayList<>(List.of("docker", "compose", "-p", "amends-test"));
    files.forEach(file -> words.addAll(List.of("-f", file)));
    compose = List.copyOf(words);
  }

  /**
   * With these compose files.
   *
   * @throws TestAbortedException if nobody asked for it, there is no engine, or our images are not
   *     built; says which
   */
  static Engine with(String... files) {
    if (!"true".equals(System.getenv("AMENDS_CONTAINERS"))) {
      throw new TestAbortedException("AMENDS_CONTAINERS is not true: containers are not tested");
    }
    require("no Docker engine answers: containers are not tested", "docker", "info");
    require("no docker compose here: containers are not tested", "docker", "compose", "version");
    require(
        "images are not built (AMENDS_JARS=built docker compose build): containers are not tested",
        "docker",
        "image",
        "inspect",
        "amends/recovery-orchestrator");
    return new Engine(List.of(files));
  }

  /** Starts these and what they need; returns when all are well. */
  void up(String... services) {
    compose("up", "-d", "--wait", "--wait-timeout", "600", services);
  }

  void kill(String service) {
    compose("kill", "-s", "KILL", service);
  }

  /** What stands in a file of a container. */
  String text(String service, String file) {
    return compose("exec", "-T", service, "cat", file).strip();
  }

  private String compose(String verb, Object... words) {
    List<String> command = new ArrayList<>(compose);
    command.add(verb);
    for (Object word : words) {
      command.addAll(word instanceof String[] list ? List.of(list) : List.of((String) word));
    }
    Said said = run(command);
    if (said.exit() != 0) {
      throw new AssertionError(String.join(" ", command) + ": " + said.text());
    }
    return said.text();
  }

  private record Said(int exit, String text) {}

  private static void require(String otherwise, String... command) {
    boolean there;
    try {
      there = run(List.of(command)).exit() == 0;
    } catch (UncheckedIOException _) {
      there = false;
    }
    if (!there) {
      throw new TestAbortedException(otherwise);
    }
  }

  private static Said run(List<String> command) {
    try {
      ProcessBuilder plan =
          new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
      plan.environment().putAll(Map.of("AMENDS_JARS", "built", "COMPOSE_PROGRESS", "quiet"));
      Process process = plan.start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Takes everything away, what it kept included. */
  @Override
  public void close() {
    compose("down", "-v", "--timeout", "20");
  }
}
