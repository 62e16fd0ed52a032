package io.amends.local.program;

import io.amends.local.installation.Folders;
import io.amends.local.installation.Installation;
import io.amends.local.program.Code.BootJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Lays a program out as the JVM's archive of classes needs it: plain jars on the class path. */
final class Unpacking {

  private final Installation installation;

  Unpacking(Installation installation) {
    this.installation = installation;
  }

  static Path childJar(Path folder) {
    return folder.resolve("child.jar");
  }

  static Path applicationJar(Path folder, Path shipped) {
    return folder.resolve("app").resolve(shipped.getFileName());
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

  /**
   * Unpacks the program into the folder if it is not there, and drops older builds of it but the
   * last, which may still run. The folder is there as a whole or not at all.
   *
   * @throws IllegalStateException if Spring Boot's own tool fails, with what it said
   */
  void unpack(Program program, Path folder) {
    if (Files.exists(folder)) {
      return;
    }
    try {
      Path folders = Files.createDirectories(installation.startCaches());
      Path draft = Files.createTempDirectory(folders, "draft-");
      Files.copy(installation.childJar(), childJar(draft));
      if (program.code() instanceof BootJar(var jar)) {
        extract(jar, draft.resolve("app"));
      }
      dropOldBuilds(program, folders);
      moveUnlessThere(draft, folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void extract(Path jar, Path destination) throws IOException {
    List<String> command =
        List.of(
            Start.java(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--destination",
            destination.toString());
    Process tool =
        new ProcessBuilder(command)
            .directory(installation.root().toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (tool.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("Expected to unpack %s, but: %s".formatted(jar, said));
    }
  }

  /** Another stack may have been quicker; what it unpacked is the same. */
  private static void moveUnlessThere(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      Folders.delete(draft);
      if (!Files.exists(folder)) {
        throw failure;
      }
    }
  }

  private static void dropOldBuilds(Program program, Path folders) throws IOException {
    String anyBuild = program.name() + "-[0-9a-f]{16}";
    List<Path> newestFirst;
    try (Stream<Path> all = Files.list(folders)) {
      newestFirst =
          all.filter(each -> each.getFileName().toString().matches(anyBuild))
              .sorted(Comparator.comparing(Unpacking::modified).reversed())
              .toList();
    }
    newestFirst.stream().skip(1).forEach(Folders::delete);
  }

  private static FileTime modified(Path folder) {
    try {
      return Files.getLastModifiedTime(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
