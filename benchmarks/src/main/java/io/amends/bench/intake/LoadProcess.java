package io.amends.bench.intake;

import io.amends.bench.stack.OwnJars;
import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A load in a process of its own, so that it neither helps nor hinders what is measured. */
final class LoadProcess implements AutoCloseable {

  private final Process process;

  private LoadProcess(Process process) {
    this.process = process;
  }

  /** Starts it. */
  static LoadProcess begin(Order order) {
    String classes =
        OwnJars.all().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classes,
            Load.class.getName());
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(Json.bytes(order));
      }
      return new LoadProcess(process);
    } catch (IOException failure) {
      throw new StackFailure("the load could not be started", failure);
    }
  }

  /**
   * Waits for its end.
   *
   * @throws StackFailure if it says nothing
   */
  Outcome outcome() {
    try {
      byte[] said = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new StackFailure("the load has failed");
      }
      return Json.read(said, Outcome.class);
    } catch (IOException failure) {
      throw new StackFailure("the load has failed", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", interrupted);
    } finally {
      close();
    }
  }

  /** Ends it, if it has not ended by itself. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
