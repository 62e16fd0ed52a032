package io.amends.kit.events;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A header of a stranger as text: short, UTF-8, of one line. */
public final class HeaderText {

  /**
   * Bytes: CloudEvents asks consumers for 64 KB in all; no honest id or time is as long as this.
   */
  static final int LONGEST = 512;

  private HeaderText() {}

  /** The text, or null if there is none, or none that may be read or carried on. */
  public static @Nullable String of(@Nullable Header header) {
    try {
      return read(header);
    } catch (IllegalArgumentException foreign) {
      return null;
    }
  }

  /**
   * The text, or null if there is none.
   *
   * @throws IllegalArgumentException naming the header, with nothing of what stands in it
   */
  static @Nullable String read(@Nullable Header header) {
    if (header == null || header.value() == null) {
      return null;
    }
    if (header.value().length > LONGEST) {
      throw new IllegalArgumentException(
          "%s: %d bytes (expected: at most %d)"
              .formatted(header.key(), header.value().length, LONGEST));
    }
    if (isPlain(header.value())) {
      return new String(header.value(), StandardCharsets.ISO_8859_1);
    }
    String text = decoded(header);
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          header.key() + ": control characters (expected: one line of text)");
    }
    return text;
  }

  /** Printable ASCII, as all of our own headers are: no decoder need be asked. */
  private static boolean isPlain(byte[] value) {
    for (byte one : value) {
      if (one < ' ' || one > '~') {
        return false;
      }
    }
    return true;
  }

  private static String decoded(Header header) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(header.value())).toString();
    } catch (CharacterCodingException notText) {
      throw new IllegalArgumentException(header.key() + ": bytes (expected: UTF-8 text)", notText);
    }
  }
}
