package io.amends.intake.stream;

import io.amends.kit.events.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a case view lies in its store: one byte of format, then JSON. */
public final class CaseViewFormat {

  private static final byte CURRENT = 1;

  private CaseViewFormat() {}

  static byte[] write(CaseView view) {
    byte[] body = Json.bytes(view);
    return ByteBuffer.allocate(1 + body.length).put(CURRENT).put(body).array();
  }

  /**
   * Reads a row.
   *
   * @return null if there is none
   * @throws IllegalStateException if a later format wrote it
   */
  public static @Nullable CaseView readOrNull(byte @Nullable [] row) {
    if (row == null) {
      return null;
    }
    if (row[0] != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(row[0], CURRENT));
    }
    return Json.read(Arrays.copyOfRange(row, 1, row.length), CaseView.class);
  }
}
