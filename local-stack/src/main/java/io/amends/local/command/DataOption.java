package io.amends.local.command;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.clock.MovableClock;
import io.amends.local.door.Door;
import io.amends.local.installation.DataFolder;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.stack.RunFile;
import io.amends.local.stack.RunFile.Running;
import io.amends.local.stack.StackFailure;
import io.amends.local.token.Tokens;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which data folder is meant: {@code --data}, else {@code AMENDS_HOME}, else {@code .amends}. */
public final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "where the stack keeps everything (default: $AMENDS_HOME, else .amends)")
  private @Nullable Path data;

  public Path path(Installation installation) {
    if (data != null) {
      return data;
    }
    String home = System.getenv("AMENDS_HOME");
    return home == null || home.isBlank() ? installation.standardDataFolder() : Path.of(home);
  }

  DataFolder folder() {
    return DataFolder.at(path(Installation.here()));
  }

  /**
   * The stack that runs on the folder.
   *
   * @throws StackFailure if none does
   */
  Running running() {
    DataFolder folder = folder();
    return new RunFile(folder.runFile())
        .read()
        .filter(running -> running.launcher().isAlive())
        .orElseThrow(
            () ->
                new StackFailure(
                    "Nothing runs on %s. Start it with ./amends up".formatted(folder.root())));
  }

  /**
   * The front door of the stack that runs on the folder.
   *
   * @throws StackFailure if none does
   */
  Door door() throws InterruptedException {
    Ports ports = running().namedPorts();
    return new Door(ports.url(Ports.INTAKE), tokens(ports));
  }

  /** Tokens of the stack that runs on the folder. */
  Tokens tokens(Ports ports) {
    return new Tokens(ports.url(Ports.IDENTITY), folder().secrets().commandLine());
  }

  /** The clock of the stack on the folder: real time, unless a story moves it. */
  HotelClock clock() {
    return new MovableClock(folder().clock());
  }
}
