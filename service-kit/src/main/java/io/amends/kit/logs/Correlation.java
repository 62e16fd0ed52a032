package io.amends.kit.logs;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Puts the correlation id of what is being dealt with beside every log line that is written. */
public final class Correlation {

  /** The name under which log lines carry it. */
  public static final String KEY = "correlation";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~:/+=-]{1,128}");

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
    return text != null && ID.matcher(text).matches() ? text : null;
  }

  static void set(@Nullable String id) {
    if (id == null) {
      MDC.remove(KEY);
    } else {
      MDC.put(KEY, id);
    }
  }
}
