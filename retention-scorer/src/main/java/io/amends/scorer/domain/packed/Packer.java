package io.amends.scorer.domain.packed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes numbers in groups of seven bits, so that small ones take one byte. */
public final class Packer {

  private byte[] bytes = new byte[160];
  private int length;

  public Packer octet(int value) {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException("octet: %d (expected: 0 to 255)".formatted(value));
    }
    put(value);
    return this;
  }

  /** Zero or more; what may be negative goes through {@link #signed}. */
  public Packer count(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("count: %d (expected: 0 or more)".formatted(value));
    }
    return groups(value);
  }

  public Packer signed(long value) {
    return groups((value << 1) ^ (value >> 63));
  }

  public Packer fixed(int value) {
    return octet(value >>> 24)
        .octet((value >>> 16) & 255)
        .octet((value >>> 8) & 255)
        .octet(value & 255);
  }

  /** One of a few, by its place in the list; a sample in every store's test holds the order. */
  public <E extends Enum<E>> Packer choice(E value) {
    return octet(place(value));
  }

  /** Two choices of up to 16 each. */
  public <E extends Enum<E>, F extends Enum<F>> Packer choices(E first, F second) {
    return octet((place(first) << 4) | place(second));
  }

  /** A choice of up to 16, and a number below 16. */
  public <E extends Enum<E>> Packer nibbles(E first, int second) {
    return octet((place(first) << 4) | second);
  }

  /** Two numbers below 15 that may be absent. */
  public Packer nibbles(@Nullable Integer first, @Nullable Integer second) {
    return octet(((first == null ? 0 : first + 1) << 4) | (second == null ? 0 : second + 1));
  }

  @SuppressWarnings("EnumOrdinal") // a name would take ten times the room
  private static int place(Enum<?> value) {
    return value.ordinal();
  }

  /** A small number that may be absent: absent is 0, so n takes the place of n + 1. */
  public Packer optional(@Nullable Integer value) {
    return octet(value == null ? 0 : value + 1);
  }

  /** Text in UTF-8, its length first; an absent one is as an empty one. */
  public Packer text(@Nullable String value) {
    byte[] encoded = (value == null ? "" : value).getBytes(StandardCharsets.UTF_8);
    count(encoded.length);
    return all(encoded);
  }

  /** What was packed elsewhere, as it is. */
  public Packer all(byte[] packed) {
    room(packed.length);
    System.arraycopy(packed, 0, bytes, length, packed.length);
    length += packed.length;
    return this;
  }

  /** Whole seconds, told from a moment near by. */
  public Packer moment(Instant at, Instant from) {
    return signed(at.getEpochSecond() - from.getEpochSecond());
  }

  public byte[] packed() {
    return Arrays.copyOf(bytes, length);
  }

  private Packer groups(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      put((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    put((int) rest);
    return this;
  }

  private void put(int octet) {
    room(1);
    bytes[length++] = (byte) octet;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
