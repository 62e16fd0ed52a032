package io.amends.bench.intake;

import io.amends.bench.figures.Bound;
import io.amends.bench.figures.Figure;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Complaints over HTTP: how many, how soon, and how quickly they go on behind the door. */
final class HttpPath {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** With fewer waiting behind the door, it has kept pace. */
  private static final long BACKLOG = 1_000;

  private final Doorstep doorstep;
  private final int seconds;
  private final PrintStream progress;
  private final List<Figure> figures = new ArrayList<>();

  HttpPath(Doorstep doorstep, int seconds, PrintStream progress) {
    this.doorstep = doorstep;
    this.seconds = seconds;
    this.progress = progress;
  }

  List<Figure> figures() {
    return List.copyOf(figures);
  }

  /** What is possible at best: the handler without Kafka, Kafka without a handler. */
  void limits(Stack stack) {
    progress.println("complaints to the same handler with no Kafka");
    stack.start(SilentIntake.NAME);
    Outcome silent = doorstep.most(SilentIntake.NAME, seconds);
    stack.stop(SilentIntake.NAME);
    figures.add(Figure.of("intake.limit.no.kafka", silent.accepted(), "1/s"));
    progress.println("complaints from a bare producer");
    Outcome producer = doorstep.producer(seconds);
    figures.add(Figure.of("intake.limit.producer", producer.accepted(), "1/s"));
  }

  /** As many as are accepted, what of it goes on meanwhile, then half as many. */
  void measure(Published complaints) {
    progress.println("complaints as fast as they are accepted");
    Outcome most = doorstep.most(Ports.INTAKE, seconds);
    long left = complaints.count();
    long begin = System.nanoTime();
    figures.add(Figure.of("intake.accepted", most.accepted(), "1/s").bound(Bound.atLeast(2_000)));
    figures.add(Figure.of("intake.accepted.p99", most.p99(), "ms"));
    progress.println(
        "%,.0f a second; waiting for the %,d of %,d that are not out yet"
            .formatted(most.accepted(), most.acceptedInAll() - left, most.acceptedInAll()));
    long end = complaints.until(most.acceptedInAll(), PATIENCE);
    long waited = most.acceptedInAll() - left;
    double drained = waited < BACKLOG ? most.accepted() : waited * 1e9 / (end - begin);
    figures.add(Figure.of("intake.behind.drained", drained, "1/s").bound(Bound.atLeast(1_000)));
    double half = most.accepted() / 2;
    progress.println("%,.0f complaints a second".formatted(half));
    Outcome paced = doorstep.paced(Ports.INTAKE, half, seconds, null).outcome();
    long waitedPaced = most.acceptedInAll() + paced.acceptedInAll() - complaints.count();
    figures.add(Figure.of("intake.half.rate", paced.accepted(), "1/s"));
    figures.add(Figure.of("intake.half.p50", paced.p50(), "ms"));
    figures.add(Figure.of("intake.half.p99", paced.p99(), "ms").bound(Bound.below(100)));
    figures.add(Figure.of("intake.half.elsewhere.most", paced.elsewhere(), "ms"));
    figures.add(Figure.of("intake.half.behind", (double) waitedPaced, ""));
    long _ = complaints.until(most.acceptedInAll() + paced.acceptedInAll(), PATIENCE);
  }
}
