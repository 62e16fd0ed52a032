package io.amends.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.installation.Installation;
import io.amends.local.process.ProcessMark;
import io.amends.local.process.Waiting;
import io.amends.local.program.Ports;
import io.amends.local.stack.RunFile;
import io.amends.local.stack.RunFile.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a person runs it, from its jar. */
class LauncherIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir Path data;

  private final List<Process> launchers = new ArrayList<>();

  @AfterEach
  void endWhatATestHasLeft() {
    launchers.forEach(Process::destroyForcibly);
  }

  @Test
  void stays_up_until_it_is_asked_to_stop_and_leaves_only_its_data() throws Exception {
    Process up = launched(upOnFreePorts());
    Running running = awaitReady(up);

    assertThat(outputOf("status"))
        .contains("broker", "identity", "ready")
        .contains("http://localhost:" + running.ports().get(Ports.IDENTITY) + "/mails");
    assertThat(outputOf("token", "--as", "gm")).startsWith("ey");
    assertThat(outputOf("down")).contains("stopped");

    assertThat(up.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(running.processes().values()).noneMatch(ProcessMark::isAlive);
    assertThat(Files.readString(data.resolve("up.txt")))
        .containsSubsequence("starting", "ready in", "\nready in", "Stopping", "stopped in");
    assertThat(outputOf("status")).contains("Nothing runs on " + data);
  }

  @Test
  void killed_it_takes_its_processes_with_it() throws Exception {
    Process up = launched(upOnFreePorts());
    Running running = awaitReady(up);

    up.destroyForcibly();

    assertThat(
            Waiting.until(
                Duration.ofSeconds(40),
                () -> running.processes().values().stream().noneMatch(ProcessMark::isAlive)))
        .isTrue();
    assertThat(outputOf("status")).contains("Nothing runs on " + data);
  }

  @Test
  void a_start_that_fails_says_why_and_ends() throws Exception {
    Path log = Files.createDirectories(data.resolve("broker/log"));
    Files.writeString(log.resolve("meta.properties"), "version=from another world\n");
    Process up = launched(upOnFreePorts());

    assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();

    assertThat(up.exitValue()).isEqualTo(1);
    assertThat(Files.readString(data.resolve("up.txt"))).contains("broker ended while it started");
    assertThat(data.resolve("running.json")).doesNotExist();
  }

  private Running awaitReady(Process up) throws IOException {
    Path output = data.resolve("up.txt");
    boolean ready = Waiting.until(PATIENCE, () -> !up.isAlive() || saysReady(output));
    assertThat(ready && up.isAlive()).as(Files.readString(output)).isTrue();
    return new RunFile(data.resolve("running.json")).read().orElseThrow();
  }

  private static boolean saysReady(Path output) {
    try {
      return Files.readString(output).lines().anyMatch(line -> line.startsWith("ready in"));
    } catch (IOException _) {
      return false;
    }
  }

  private static List<String> upOnFreePorts() {
    List<String> up = new ArrayList<>(List.of("up"));
    Ports.free()
        .numbers()
        .forEach(
            (name, number) -> {
              up.add("--port");
              up.add(name + "=" + number);
            });
    return up;
  }

  private String outputOf(String... arguments) throws Exception {
    Process process = started(List.of(arguments), ProcessBuilder.Redirect.PIPE);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private Process launched(List<String> arguments) throws IOException {
    return started(arguments, ProcessBuilder.Redirect.to(data.resolve("up.txt").toFile()));
  }

  private Process started(List<String> arguments, ProcessBuilder.Redirect output)
      throws IOException {
    Path root = Installation.here().root();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Damends.root=" + root);
    command.add("-jar");
    command.add(launcherJar(root).toString());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
    builder.environment().put("AMENDS_HOME", data.toString());
    Process process = builder.start();
    launchers.add(process);
    return process;
  }

  private static Path launcherJar(Path root) throws IOException {
    try (var files = Files.list(root.resolve("local-stack/target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("local-stack-[0-9.]+\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
