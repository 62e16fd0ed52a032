package io.amends.local.program;

import io.amends.local.installation.Folders;
import io.amends.local.program.Code.BootJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lays a program out as the JVM's ahead-of-time cache needs it: plain jars on the class path. */
final class Unpacking {

  private final Path workingFolder;

  Unpacking(Path workingFolder) {
    this.workingFolder = workingFolder;
  }

  /**
   * Unpacks the program into the folder with Spring Boot's own tool.
   *
   * @throws IllegalStateException if that tool fails, with what it said
   */
  void unpack(Program program, Path childJar, Path folder) {
    try {
      Folders.delete(folder);
      Files.createDirectories(folder);
      Files.copy(childJar, folder.resolve("child.jar"));
      if (program.code() instanceof BootJar(var jar)) {
        extract(jar, folder.resolve("app"));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void extract(Path jar, Path destination) throws IOException {
    List<String> command =
        List.of(
            Start.java(),
            "-XX:TieredStopAtLevel=1",
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            destination.toString());
    Process tool =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (tool.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("Expected to unpack %s, but: %s".formatted(jar, said));
    }
  }

  /** The application's own class with a {@code main}. */
  static String mainClass(Path unpackedJar) {
    try (JarFile jar = new JarFile(unpackedJar.toFile())) {
      Attributes attributes =
          Objects.requireNonNull(jar.getManifest(), "manifest").getMainAttributes();
      return Objects.requireNonNull(
          attributes.getValue(Attributes.Name.MAIN_CLASS), "Main-Class of " + unpackedJar);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + unpackedJar, failure);
    }
  }

  /** Deletes what was unpacked of other versions of a program. */
  static void deleteOthers(Path folders, String program, Path current) throws IOException {
    String prefix = program + "-";
    int length = current.getFileName().toString().length();
    List<Path> others;
    try (Stream<Path> all = Files.list(folders)) {
      others =
          all.filter(folder -> folder.getFileName().toString().startsWith(prefix))
              .filter(folder -> folder.getFileName().toString().length() == length)
              .filter(folder -> !folder.equals(current))
              .toList();
    }
    for (Path other : others) {
      Folders.delete(other);
    }
  }
}
