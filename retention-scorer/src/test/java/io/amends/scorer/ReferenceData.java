package io.amends.scorer;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that may not be copied into the project; tests that need them are skipped elsewhere.
 */
public final class ReferenceData {

  private static final String PLACE = "AMENDS_DATA";

  private ReferenceData() {}

  public static Path file(String name) {
    String place = System.getenv(PLACE);
    if (place == null) {
      return abort(PLACE + " names no folder with " + name);
    }
    Path file = Path.of(place, name);
    return Files.isReadable(file) ? file : abort(file + " is not there");
  }

  public static List<String> lines(String name) {
    try {
      return Files.readAllLines(file(name));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
