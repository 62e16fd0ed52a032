package io.amends.notification.stream;

import io.amends.kit.events.Json;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** How rows lie in the stores: one byte of format, then JSON. */
final class Stored {

  private static final byte CURRENT = 1;

  private Stored() {}

  static byte[] write(Object value) {
    byte[] body = Json.bytes(value);
    return ByteBuffer.allocate(1 + body.length).put(CURRENT).put(body).array();
  }

  static <T> @Nullable T read(byte @Nullable [] row, Class<T> type) {
    if (row == null) {
      return null;
    }
    if (row[0] != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(row[0], CURRENT));
    }
    byte[] body = new byte[row.length - 1];
    System.arraycopy(row, 1, body, 0, body.length);
    return Json.read(body, type);
  }
}
