package io.amends.kit.failures;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.errors.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * A message in the form of the house: "name: value (expected: …)".
 *
 * <p>Only such messages, thrown by code of ours, may stand in headers and problem documents: others
 * repeat what they choke on, and that may be what a guest wrote.
 */
public record Sentence(String name, String found, String expected) {

  private static final String OURS = "io.amends.";
  private static final Pattern FORM =
      Pattern.compile("([^:]{1,80}): (.{0,200}) \\(expected: (.+)\\)");

  /** The first of the failure and its causes that speaks like this; null if none does. */
  public static @Nullable Sentence in(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Sentence sentence = of(cause);
      if (sentence != null) {
        return sentence;
      }
    }
    return null;
  }

  /** The message, if it can't hold a guest's words: ours, Kafka's own, the network's. */
  static @Nullable String safeMessage(Throwable failure) {
    if (failure instanceof ApiException
        || failure instanceof SocketException
        || failure instanceof UnknownHostException
        || failure instanceof TimeoutException) {
      return failure.getMessage();
    }
    Sentence sentence = of(failure);
    return sentence == null ? null : sentence.toString();
  }

  private static @Nullable Sentence of(Throwable failure) {
    StackTraceElement[] stack = failure.getStackTrace();
    String message = failure.getMessage();
    if (message == null || stack.length == 0 || !stack[0].getClassName().startsWith(OURS)) {
      return null;
    }
    Matcher form = FORM.matcher(message);
    return form.matches() ? new Sentence(form.group(1), form.group(2), form.group(3)) : null;
  }

  @Override
  public String toString() {
    return "%s: %s (expected: %s)".formatted(name, found, expected);
  }
}
