package io.amends.intake.stream;

import io.amends.intake.domain.Directory;
import io.amends.kit.events.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the directory lies in its store: one byte of format, then JSON. */
final class DirectoryFormat {

  private static final byte CURRENT = 1;

  private DirectoryFormat() {}

  static byte[] write(Directory directory) {
    byte[] body = Json.bytes(directory);
    return ByteBuffer.allocate(1 + body.length).put(CURRENT).put(body).array();
  }

  /**
   * Reads a row; none is the empty directory.
   *
   * @throws IllegalStateException if a later format wrote it
   */
  static Directory read(byte @Nullable [] row) {
    if (row == null) {
      return Directory.EMPTY;
    }
    if (row[0] != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(row[0], CURRENT));
    }
    return Json.read(Arrays.copyOfRange(row, 1, row.length), Directory.class);
  }
}
