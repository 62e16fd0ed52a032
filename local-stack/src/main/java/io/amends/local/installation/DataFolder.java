package io.amends.local.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** All that one stack leaves on the disk, and where in it what lies. */
public final class DataFolder {

  private final Path root;

  private DataFolder(Path root) {
    this.root = root;
  }

  /** The data folder at this place, which is made if it does not exist. */
  public static DataFolder at(Path place) {
    DataFolder folder = new DataFolder(place.toAbsolutePath().normalize());
    folder.made(folder.root);
    PrivateFile.closeToOthers(folder.root);
    return folder;
  }

  public Path root() {
    return root;
  }

  /** What the broker keeps: its log, and the settings of its last start. */
  public Path broker() {
    return made(root.resolve("broker"));
  }

  /** What a process may keep between two starts. */
  public Path stateOf(String program) {
    return made(root.resolve("state").resolve(program));
  }

  public Path logOf(String program) {
    return made(root.resolve("logs")).resolve(program + ".log");
  }

  /**
   * Where a process may put temporary files: empty at each start, since a killed one leaves its
   * own.
   */
  public Path temporaryOf(String program) {
    Path folder = root.resolve("tmp").resolve(program);
    Folders.delete(folder);
    return made(folder);
  }

  public Secrets secrets() {
    return new Secrets(made(root.resolve("secrets")));
  }

  /** Real time to hotel time, if the stack was started with the movable clock. */
  public Path clock() {
    return root.resolve("clock");
  }

  /** Which processes run on this folder. */
  public Path runFile() {
    return root.resolve("running.json");
  }

  /**
   * Claims the folder for one stack, until the claim is closed or this process ends in any way.
   *
   * @return empty if another stack runs on it
   */
  public Optional<AutoCloseable> claim() {
    try {
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(channel);
    } catch (OverlappingFileLockException _) {
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
