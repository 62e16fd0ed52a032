package io.amends.bench.alarms;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What the bench asks of a service: in bytes, since JSON is no deadline's cost. Whatever arms an
 * alarm follows at the end.
 *
 * @param at of an alarm when it is due, of what passes through when it was to be sent; epoch
 *     milliseconds
 */
public record Asked(Verb verb, long at) {

  private static final int LENGTH = 1 + Long.BYTES;

  /** What is to be done. */
  public enum Verb {
    ARM('a'),
    CALL_OFF('c'),
    /** Nothing: told as it came, as any other record that has no deadline. */
    PASS('p');

    private final char code;

    Verb(char code) {
      this.code = code;
    }

    private static Verb of(int code) {
      return switch (code) {
        case 'a' -> ARM;
        case 'c' -> CALL_OFF;
        case 'p' -> PASS;
        default -> throw new IllegalArgumentException("verb: %d (expected: a c p)".formatted(code));
      };
    }
  }

  /**
   * As it is sent.
   *
   * @param origin what arms an alarm: correlation, causation and trace, a line each; else empty
   */
  public byte[] write(byte[] origin) {
    return ByteBuffer.allocate(LENGTH + origin.length)
        .put((byte) verb.code)
        .putLong(at)
        .put(origin)
        .array();
  }

  static Asked read(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Asked(Verb.of(buffer.get()), buffer.getLong());
  }

  /** What followed at the end. */
  static byte[] origin(byte[] bytes) {
    return Arrays.copyOfRange(bytes, LENGTH, bytes.length);
  }
}
