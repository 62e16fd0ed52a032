package io.amends.bench.intake;

import io.amends.bench.figures.Bound;
import io.amends.bench.figures.Figure;
import io.amends.local.process.Waiting;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The broker stands still for a while, as a machine that swaps or a disk that hangs lets it. */
final class Outage {

  private static final int SECONDS_BEFORE = 5;
  private static final int SECONDS_AFTER = 15;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stack stack;
  private final Doorstep doorstep;
  private final PrintStream progress;

  Outage(Stack stack, Doorstep doorstep, PrintStream progress) {
    this.stack = stack;
    this.doorstep = doorstep;
    this.progress = progress;
  }

  /** What is accepted, refused and lost, and how others fare meanwhile. */
  List<Figure> measure(Published complaints, double perSecond, int frozenSeconds) {
    progress.println(
        "%,.0f complaints a second, the broker frozen for %d s"
            .formatted(perSecond, frozenSeconds));
    Path file = stack.data().stateOf("bench").resolve("acknowledged");
    int all = SECONDS_BEFORE + frozenSeconds + SECONDS_AFTER;
    Outcome outcome;
    try (LoadProcess load = doorstep.paced(Ports.INTAKE, perSecond, all, file)) {
      rest(Duration.ofSeconds(Doorstep.warmSeconds() + SECONDS_BEFORE));
      signal("-STOP");
      try {
        rest(Duration.ofSeconds(frozenSeconds));
      } finally {
        signal("-CONT");
      }
      outcome = load.outcome();
    }
    List<String> acknowledged = lines(file);
    long lost = complaints.missing(acknowledged, PATIENCE);
    return List.of(
        Figure.of("intake.frozen.elsewhere.most", outcome.elsewhere(), "ms")
            .bound(Bound.below(100)),
        Figure.of("intake.frozen.acknowledged", (double) acknowledged.size(), ""),
        Figure.of("intake.frozen.lost", (double) lost, "").bound(Bound.atMost(0)),
        Figure.of("intake.frozen.refused", (double) outcome.refused(), ""),
        Figure.of("intake.frozen.not.told", (double) outcome.notTold(), "").bound(Bound.atMost(0)),
        Figure.of("intake.frozen.p99", outcome.p99(), "ms"));
  }

  private void signal(String name) {
    String broker = Long.toString(stack.pid(Ports.BROKER));
    try {
      int ended = new ProcessBuilder("kill", name, broker).start().waitFor();
      if (ended != 0) {
        throw new StackFailure("kill %s: ended with %d (expected: 0)".formatted(name, ended));
      }
    } catch (IOException failure) {
      throw new StackFailure("kill %s".formatted(name), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", interrupted);
    }
  }

  private static void rest(Duration how) {
    boolean _ = Waiting.until(how, () -> false);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
