package io.amends.kit.logs;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Puts the correlation id of what is being dealt with beside every log line that is written. */
public final class Correlation {

  /** The name under which log lines carry it. */
  public static final String KEY = "correlation";

  private static final int LONGEST = 128;

  private Correlation() {}

  /** Until it is closed, log lines of this thread carry the id. */
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  public static Scope of(@Nullable String id) {
    String before = MDC.get(KEY);
    set(id);
    return () -> set(before);
  }

  /** The id that log lines of this thread carry; null if none. */
  public static @Nullable String current() {
    return MDC.get(KEY);
  }

  /** The text if it looks like an id: what a stranger sends may be a name, and no log holds one. */
  public static @Nullable String ifId(@Nullable String text) {
    return text != null && isId(text) ? text : null;
  }

  /** Every record and every deadline asks; so no regular expression, and no stream. */
  private static boolean isId(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isOfAnId(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOfAnId(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "._~:/+=-".indexOf(c) >= 0;
  }

  static void set(@Nullable String id) {
    if (id == null) {
      MDC.remove(KEY);
    } else {
      MDC.put(KEY, id);
    }
  }
}
