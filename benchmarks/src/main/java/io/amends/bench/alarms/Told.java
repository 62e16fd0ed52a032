package io.amends.bench.alarms;

import java.nio.ByteBuffer;

/**
 * What a service tells. Of an alarm the id of what armed it follows at the end, as long as an
 * event's.
 *
 * @param at of an alarm when it was due, of what passed through when it was to be sent; epoch
 *     milliseconds
 * @param appendedAt of what passed through when the broker took it in
 */
public record Told(What what, long at, long appendedAt) {

  /** What is told. */
  public enum What {
    RUNG('r'),
    /** It rang although the inputs could not be read up in time. */
    RUNG_FORCED('f'),
    PASSED('p');

    private final char code;

    What(char code) {
      this.code = code;
    }

    private static What of(int code) {
      return switch (code) {
        case 'r' -> RUNG;
        case 'f' -> RUNG_FORCED;
        case 'p' -> PASSED;
        default -> throw new IllegalArgumentException("what: %d (expected: r f p)".formatted(code));
      };
    }
  }

  static Told rung(long dueAt, boolean forced) {
    return new Told(forced ? What.RUNG_FORCED : What.RUNG, dueAt, 0);
  }

  static Told passed(Asked asked, long appendedAt) {
    return new Told(What.PASSED, asked.at(), appendedAt);
  }

  /** As it is told, with what follows at the end. */
  byte[] write(byte[] cause) {
    return ByteBuffer.allocate(1 + 2 * Long.BYTES + cause.length)
        .put((byte) what.code)
        .putLong(at)
        .putLong(appendedAt)
        .put(cause)
        .array();
  }

  public static Told read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Told(What.of(buffer.get()), buffer.getLong(), buffer.getLong());
  }
}
