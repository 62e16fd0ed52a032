package io.amends.kit.failures;

import java.util.Arrays;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * That one record or one deadline could not be dealt with, fit for every log: classes and places of
 * what was thrown, and of its messages only those that can't hold a guest's words.
 *
 * <p>Who throws it has counted it: what it is about is put aside when it has failed often enough.
 */
public final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Ours: a chain of causes longer than any honest one ends here. */
  private static final int DEEPEST = 8;

  /** Ours: who overflows the stack says the same line a thousand times. */
  private static final int LONGEST_STACK = 60;

  private final int times;
  private final transient @Nullable String correlation;

  private Failure(String message, Throwable told, int times, @Nullable String correlation) {
    super(message, told);
    this.times = times;
    this.correlation = correlation;
  }

  /**
   * Makes one.
   *
   * @param subject what could not be dealt with: a place in a topic, a deadline of a kind
   * @param times how often by now
   */
  public static Failure over(
      String subject, int times, @Nullable String correlation, Throwable thrown) {
    String message =
        "%s: %s, %d of %d (expected: to be dealt with)"
            .formatted(subject, root(thrown), times, FailureCounts.ENOUGH);
    return new Failure(message, told(thrown, DEEPEST), times, correlation);
  }

  private static String root(Throwable thrown) {
    Throwable root = thrown;
    for (int i = 0; i < DEEPEST && root.getCause() != null; i++) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }

  /** The same told of something that nobody counts. */
  public static Throwable withoutWords(Throwable thrown) {
    return thrown instanceof Failure ? thrown : told(thrown, DEEPEST);
  }

  /** The one among a failure's causes, if somebody has counted it; else null. */
  public static @Nullable Failure in(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof Failure)) {
      cause = cause.getCause();
    }
    return (Failure) cause;
  }

  /**
   * Whether it would happen again with the same input on a healthy cluster: a fault of our code, or
   * output of ours that can't be written. Whatever else Kafka's clients and stores throw is
   * nobody's fault here; an aborted transaction and another try are its cure.
   */
  public static boolean isOfTheInput(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SerializationException
          || cause instanceof RecordTooLargeException
          || isFaultOfCode(cause)) {
        return true;
      }
    }
    return false;
  }

  /** RocksDB's own exception is checked, and memory that ran out is nobody's in particular. */
  private static boolean isFaultOfCode(Throwable thrown) {
    boolean unchecked =
        thrown instanceof RuntimeException
            || thrown instanceof StackOverflowError
            || thrown instanceof LinkageError
            || thrown instanceof AssertionError;
    return unchecked && !(thrown instanceof KafkaException) && !isThrownByClients(thrown);
  }

  private static boolean isThrownByClients(Throwable thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    return stack.length > 0 && stack[0].getClassName().startsWith("org.apache.kafka.clients.");
  }

  /** How often it has failed. */
  public int times() {
    return times;
  }

  /** The id by which the matter is found in the logs. */
  public @Nullable String correlation() {
    return correlation;
  }

  private static Told told(Throwable thrown, int depth) {
    Throwable cause = thrown.getCause();
    Told told = new Told(thrown, cause == null || depth == 0 ? null : told(cause, depth - 1));
    StackTraceElement[] stack = thrown.getStackTrace();
    told.setStackTrace(Arrays.copyOf(stack, Math.min(stack.length, LONGEST_STACK)));
    return told;
  }

  /** What was thrown, by its class, with its stack. */
  private static final class Told extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Told(Throwable thrown, @Nullable Told cause) {
      super(message(thrown), cause);
    }

    private static String message(Throwable thrown) {
      String name = thrown.getClass().getName();
      String safe = Sentence.safeMessage(thrown);
      return safe == null ? name : name + ": " + safe;
    }
  }
}
