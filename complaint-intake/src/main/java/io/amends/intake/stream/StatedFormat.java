package io.amends.intake.stream;

import io.amends.intake.domain.StatedContacts;
import io.amends.kit.events.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the addresses of a guest lie in their store: one byte of format, then JSON. */
final class StatedFormat {

  private static final byte CURRENT = 1;

  private StatedFormat() {}

  static byte[] write(StatedContacts row) {
    byte[] body = Json.bytes(row);
    return ByteBuffer.allocate(1 + body.length).put(CURRENT).put(body).array();
  }

  /**
   * Reads a row; none is a guest without an address.
   *
   * @throws IllegalStateException if a later format wrote it
   */
  static StatedContacts read(byte @Nullable [] row) {
    if (row == null) {
      return StatedContacts.NONE;
    }
    if (row[0] != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(row[0], CURRENT));
    }
    return Json.read(Arrays.copyOfRange(row, 1, row.length), StatedContacts.class);
  }
}
