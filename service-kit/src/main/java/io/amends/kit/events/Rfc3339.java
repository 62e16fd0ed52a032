package io.amends.kit.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Moments as nearly every system writes them, read without a general parser: every record asks. */
public final class Rfc3339 {

  private static final int SHORTEST = "2026-11-20T13:18:00Z".length();
  private static final int POINT = SHORTEST - 1;
  private static final int MOST_DIGITS = 9;

  private Rfc3339() {}

  /**
   * The moment of a text such as {@code 2026-11-20T13:18:00.25Z}; null if it is written in any
   * other way, right or wrong: then a general parser is to be asked.
   */
  public static @Nullable Instant utc(String text) {
    if (text.length() < SHORTEST || text.charAt(text.length() - 1) != 'Z' || !isShaped(text)) {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    int nanos = text.length() == SHORTEST ? 0 : nanos(text);
    boolean exists =
        year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth())
            && isWithin(hour, 23)
            && isWithin(minute, 59)
            && isWithin(second, 59)
            && nanos >= 0;
    return exists
        ? Instant.ofEpochSecond(
            LocalDate.of(year, month, day).toEpochDay() * 86_400
                + hour * 3_600L
                + minute * 60L
                + second,
            nanos)
        : null;
  }

  private static boolean isShaped(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':'
        && (text.length() == SHORTEST || text.charAt(POINT) == '.');
  }

  private static boolean isWithin(int number, int most) {
    return number >= 0 && number <= most;
  }

  private static int nanos(String text) {
    int digits = text.length() - 1 - (POINT + 1);
    if (digits < 1 || digits > MOST_DIGITS) {
      return -1;
    }
    int nanos = number(text, POINT + 1, text.length() - 1);
    for (int i = digits; i < MOST_DIGITS && nanos > 0; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** Below zero if there is something else than digits. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
