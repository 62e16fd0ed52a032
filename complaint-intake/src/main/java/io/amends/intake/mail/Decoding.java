package io.amends.intake.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Bytes as text, also where a mail says the wrong thing of them, or nothing. */
final class Decoding {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /** Written with more characters than they have: the newer one reads them all. */
  private static final Set<String> NARROW = Set.of("gb2312", "gbk", "gb_2312-80", "x-gbk");

  private Decoding() {}

  /**
   * The text.
   *
   * @param charset as the mail calls it; empty: it does not say
   */
  static String text(byte[] bytes, String charset) {
    List<Charset> tried =
        Stream.of(named(charset), List.of(StandardCharsets.UTF_8, GB18030))
            .flatMap(List::stream)
            .toList();
    for (Charset each : tried) {
      try {
        return printable(each.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException _) {
        // it is not in that one: the next
      }
    }
    Charset first = tried.getFirst();
    return printable(new String(bytes, first)); // with question marks
  }

  private static List<Charset> named(String charset) {
    String name = charset.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("us-ascii")) {
      return List.of(); // UTF-8 reads it, too
    }
    try {
      return List.of(NARROW.contains(name) ? GB18030 : Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return List.of();
    }
  }

  /** Line feeds alone end lines; what can't be seen goes, and halves of characters. */
  static String printable(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(letter -> letter == '\n' || letter == '\t' || !Character.isISOControl(letter))
        .filter(letter -> Character.getType(letter) != Character.SURROGATE && letter != 0xFEFF)
        .forEach(seen::appendCodePoint);
    return seen.toString();
  }

  /** Its beginning; no character is cut in two. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }
}
