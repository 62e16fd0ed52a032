package io.amends.intake.stream;

import io.amends.intake.domain.ContactOwners;
import io.amends.kit.events.Json;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How the owners of an address lie in their store: one byte of format, then JSON. */
final class OwnersFormat {

  private static final byte CURRENT = 1;

  private OwnersFormat() {}

  static byte[] write(ContactOwners row) {
    byte[] body = Json.bytes(row);
    return ByteBuffer.allocate(1 + body.length).put(CURRENT).put(body).array();
  }

  /**
   * Reads a row; none is an address of nobody.
   *
   * @throws IllegalStateException if a later format wrote it
   */
  static ContactOwners read(byte @Nullable [] row) {
    if (row == null) {
      return ContactOwners.NONE;
    }
    if (row[0] != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(row[0], CURRENT));
    }
    return Json.read(Arrays.copyOfRange(row, 1, row.length), ContactOwners.class);
  }
}
