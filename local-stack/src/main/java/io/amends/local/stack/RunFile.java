package io.amends.local.stack;

import io.amends.local.process.ProcessMark;
import io.amends.local.program.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which processes run on a data folder: written by the stack, read by other commands, and by the
 * next stack to end what a killed launcher left.
 */
public final class RunFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  public RunFile(Path file) {
    this.file = file;
  }

  /**
   * What runs.
   *
   * @param launcher the process that started the others
   * @param processes by the names of their programs
   */
  public record Running(
      ProcessMark launcher, Map<String, Integer> ports, Map<String, ProcessMark> processes) {

    public Running {
      ports = Map.copyOf(ports);
      processes = Map.copyOf(processes);
    }

    public Ports namedPorts() {
      return new Ports(ports);
    }

    Running with(String program, ProcessMark process) {
      Map<String, ProcessMark> more = new TreeMap<>(processes);
      more.put(program, process);
      return new Running(launcher, ports, more);
    }
  }

  /** Empty if no stack has run, or the last one has stopped in order. */
  public Optional<Running> read() {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readAllBytes(file), Running.class))
          : Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Replaces what is written; a reader sees the old or the new, never half of it. */
  void write(Running running) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(running));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
