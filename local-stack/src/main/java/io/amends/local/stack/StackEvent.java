package io.amends.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What happens to the processes of a stack, told as it happens. */
public sealed interface StackEvent {

  String program();

  /** Its process exists. */
  record Starting(String program, long pid) implements StackEvent {}

  /**
   * It does its work.
   *
   * @param took since it was started
   */
  record Ready(String program, long pid, Duration took) implements StackEvent {}

  /**
   * It ended and nobody had asked it to; it is started again.
   *
   * @param exit its exit value: 128 + n if signal n ended it
   */
  record Died(String program, int exit) implements StackEvent {}

  /** It was started again and did not become ready: it is left alone. */
  record GivenUp(String program, String why, List<String> lastLines, Path log)
      implements StackEvent {

    public GivenUp {
      lastLines = List.copyOf(lastLines);
    }
  }

  /** It was asked to stop, and is gone. */
  record Stopped(String program, Duration took) implements StackEvent {}
}
