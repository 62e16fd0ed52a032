package io.amends.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file under version control that says what the code says: a change of one shows in the other.
 */
public final class Approved {

  public static final Path RESOURCES = Path.of("src/main/resources");

  private static final String HOW =
      "%s differs from the code. If the code is right: ./mvnw -q -pl %s test -Dgroups=approved -Dapprove=true";

  private Approved() {}

  /** Holds a file of this module to a text, or writes the text into it if the run is to approve. */
  public static void hold(Path file, String text) {
    hold("contracts", file, text);
  }

  /**
   * The same of another module.
   *
   * @param modules those whose tests are to be run again, as Maven wants them
   */
  public static void hold(String modules, Path file, String text) {
    if (Boolean.getBoolean("approve")) {
      write(file, text);
    } else {
      assertThat(read(file)).as(HOW, file, modules).isEqualTo(text);
    }
  }

  /** What a file says; empty if there is none. */
  public static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Names of the files in a folder and in those below it, relative to it. */
  public static List<String> names(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
