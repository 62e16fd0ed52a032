package io.amends.kit.deadlines;

import io.amends.kit.logs.Correlation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an origin lies beside its deadline: one byte of format, then three lines. */
final class OriginFormat {

  private static final byte CURRENT = 1;

  private OriginFormat() {}

  static byte[] write(Origin origin) {
    String trace = origin.traceparent() == null ? "" : origin.traceparent();
    byte[] text =
        String.join("\n", origin.correlationId(), origin.causationId(), trace)
            .getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + text.length).put(CURRENT).put(text).array();
  }

  /** The correlation id of a stored origin, for logs; null if it can't be read. */
  static @Nullable String correlationOf(byte[] stored) {
    if (stored.length == 0 || stored[0] != CURRENT) {
      return null;
    }
    for (int end = 1; end < stored.length; end++) {
      if (stored[end] == '\n') {
        return Correlation.ifId(new String(stored, 1, end - 1, StandardCharsets.UTF_8));
      }
    }
    return null;
  }

  static Origin read(byte[] stored) {
    if (stored[0] != CURRENT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(stored[0], CURRENT));
    }
    List<String> lines =
        List.of(new String(stored, 1, stored.length - 1, StandardCharsets.UTF_8).split("\n", 3));
    String trace = lines.get(2);
    return new Origin(lines.get(0), lines.get(1), trace.isEmpty() ? null : trace);
  }
}
