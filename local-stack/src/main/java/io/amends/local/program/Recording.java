package io.amends.local.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The classes of one run, which the JVM archives when the run ends.
 *
 * @param draft where the JVM writes them
 * @param archive where later starts look for them
 */
public record Recording(Path draft, Path archive) {

  /** Makes the recording count; only after a run that has ended in order, or it is half written. */
  public void keep() {
    try {
      if (Files.exists(draft)) {
        Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
