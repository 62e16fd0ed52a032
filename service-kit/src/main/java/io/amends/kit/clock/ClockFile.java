package io.amends.kit.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link ClockMap} in a file that all processes of one machine share: a line for each piece, real
 * and hotel time in epoch milliseconds, and the rate. A piece is announced a moment before it
 * holds, so that everybody has read it by then.
 */
public final class ClockFile {

  private ClockFile() {}

  /** The map; a line without its end is still being written and is left out. */
  public static ClockMap read(Path file) {
    List<ClockMap.Piece> pieces = new ArrayList<>();
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .map(ClockFile::piece)
          .forEach(pieces::add);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new ClockMap(pieces);
  }

  /**
   * Adds a piece.
   *
   * @throws IllegalArgumentException if hotel time would run backwards
   */
  public static ClockMap append(Path file, ClockMap.Piece piece) {
    ClockMap map = read(file).then(piece);
    String line =
        "%d %d %s%n"
            .formatted(piece.real().toEpochMilli(), piece.hotel().toEpochMilli(), piece.rate());
    try {
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return map;
  }

  private static ClockMap.Piece piece(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException(
          "clock: %s (expected: real and hotel milliseconds and a rate)".formatted(line));
    }
    return new ClockMap.Piece(
        Instant.ofEpochMilli(Long.parseLong(words[0])),
        Instant.ofEpochMilli(Long.parseLong(words[1])),
        Double.parseDouble(words[2]));
  }
}
