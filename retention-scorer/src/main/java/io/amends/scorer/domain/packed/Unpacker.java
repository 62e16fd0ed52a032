package io.amends.scorer.domain.packed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link Packer} wrote, in the same order.
 *
 * <p>Too few bytes mean damaged storage, an {@link IllegalStateException}.
 */
public final class Unpacker {

  private final byte[] bytes;
  private int next;

  public Unpacker(byte[] bytes) {
    this.bytes = bytes; // a row of a store is nobody's to change
  }

  public int octet() {
    if (next == bytes.length) {
      throw new IllegalStateException("bytes: %d (expected: more)".formatted(bytes.length));
    }
    return bytes[next++] & 0xFF;
  }

  public int count() {
    return Math.toIntExact(groups());
  }

  public long longCount() {
    return groups();
  }

  public long signed() {
    long zigzag = groups();
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  public int fixed() {
    return (octet() << 24) | (octet() << 16) | (octet() << 8) | octet();
  }

  public @Nullable Integer optional() {
    int value = octet();
    return value == 0 ? null : value - 1;
  }

  /** The first of two numbers in one byte, null if it was absent. */
  public static @Nullable Integer high(int nibbles) {
    return nibbles >> 4 == 0 ? null : (nibbles >> 4) - 1;
  }

  /** The second of two numbers in one byte, null if it was absent. */
  public static @Nullable Integer low(int nibbles) {
    return (nibbles & 15) == 0 ? null : (nibbles & 15) - 1;
  }

  /** Text; an absent one is empty. */
  public String text() {
    int length = count();
    if (length > bytes.length - next) {
      throw new IllegalStateException(
          "bytes: %d (expected: %d more)".formatted(bytes.length - next, length));
    }
    String text = new String(bytes, next, length, StandardCharsets.UTF_8);
    next += length;
    return text;
  }

  public Instant moment(Instant from) {
    return Instant.ofEpochSecond(from.getEpochSecond() + signed());
  }

  /**
   * One of {@code values}, which are in the order in which they were written.
   *
   * @throws IllegalStateException if there are not so many
   */
  public <E> E choice(E[] values) {
    return at(octet(), values);
  }

  /** The value at a place. */
  public static <E> E at(int place, E[] values) {
    if (place >= values.length) {
      throw new IllegalStateException(
          "choice: %d (expected: below %d)".formatted(place, values.length));
    }
    return values[place];
  }

  private long groups() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int group = octet();
      value |= (long) (group & 0x7F) << shift;
      if ((group & 0x80) == 0) {
        return value;
      }
    }
    throw new IllegalStateException("groups: more than 10 (expected: a number)");
  }
}
