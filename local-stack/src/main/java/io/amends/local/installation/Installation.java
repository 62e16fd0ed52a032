package io.amends.local.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that the project was built in, and the jars in it.
 *
 * @param root where {@code pom.xml} and {@code mvnw} lie
 */
public record Installation(Path root) {

  /**
   * The installation that the current folder is in, or the one that {@code amends.root} names.
   *
   * @throws IllegalStateException if there is none
   */
  public static Installation here() {
    String named = System.getProperty("amends.root");
    Path start = Path.of(named == null ? "" : named).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))
          && Files.isDirectory(folder.resolve("local-stack"))) {
        return new Installation(folder);
      }
    }
    throw new IllegalStateException(
        "Expected to be inside a folder with mvnw and local-stack/, but %s is not"
            .formatted(start));
  }

  /**
   * The shipped jar of a module, such as {@code complaint-intake} or {@code local-stack/identity}.
   */
  public Optional<Path> serviceJar(String module) {
    return jarIn(root.resolve(module), "-service.jar");
  }

  /** What runs beside the program in every process that the launcher starts. */
  public Path childJar() {
    return jarIn(root.resolve("local-stack"), "-child.jar")
        .orElseThrow(() -> notBuilt("the launcher's child jar"));
  }

  /** What Kafka's broker runs on. */
  public List<Path> brokerClassPath() {
    Path libraries = root.resolve("local-stack/target/lib");
    try (Stream<Path> jars = Files.list(libraries)) {
      return jars.filter(jar -> !isOurs(jar)).sorted().toList();
    } catch (IOException _) {
      throw notBuilt("the broker's libraries");
    }
  }

  /** Where what makes starts quick is kept: it goes with {@code mvnw clean}. */
  public Path startCaches() {
    return root.resolve("local-stack/target/starts");
  }

  /** The data folder if none is named. */
  public Path standardDataFolder() {
    return root.resolve(".amends");
  }

  private IllegalStateException notBuilt(String what) {
    return new IllegalStateException(
        "Expected %s in %s, but there is none: build it with ./mvnw package"
            .formatted(what, root.resolve("local-stack/target")));
  }

  /** Our own jars change often and hold nothing for the broker. */
  private static boolean isOurs(Path jar) {
    return jar.getFileName().toString().startsWith("contracts-");
  }

  private static Optional<Path> jarIn(Path module, String ending) {
    Path target = module.resolve("target");
    if (!Files.isDirectory(target)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(target)) {
      return files.filter(file -> file.getFileName().toString().endsWith(ending)).findFirst();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
