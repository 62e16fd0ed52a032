package io.amends.bench.intake;

import io.amends.bench.figures.Bound;
import io.amends.bench.figures.Figure;
import io.amends.bench.stack.Committed;
import io.amends.contracts.topics.Topics;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Interactions that lie in a topic when the door opens: how many a second it lets out. */
final class TopicPath {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** When nothing has come out for so long, nothing will: longer than a commit and a poll. */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final Stack stack;
  private final PrintStream progress;

  TopicPath(Stack stack, PrintStream progress) {
    this.stack = stack;
    this.progress = progress;
  }

  /** The door is down before, and up after. */
  List<Figure> measure(int interactions, boolean fullSize) {
    String bootstrap = stack.ports().bootstrapServers();
    progress.println("writing %,d interactions".formatted(interactions));
    try (Interactions feed = new Interactions(bootstrap);
        Committed decided = new Committed(bootstrap, Topics.ARRIVALS);
        Published out = new Published(bootstrap, Topics.INTERACTIONS)) {
      long before = decided.of(Ports.INTAKE);
      long records = feed.write(interactions);
      progress.println("letting them in");
      stack.start(Ports.INTAKE);
      double rate = decided.rate(Ports.INTAKE, before, records, PATIENCE);
      out.settle(SILENCE, PATIENCE);
      return List.of(
          Figure.of("intake.interactions", rate, "1/s")
              .bound(fullSize ? Bound.atLeast(20_000) : null),
          Figure.of("intake.interactions.twice", (double) out.twice(), "").bound(Bound.atMost(0)),
          Figure.of("intake.interactions.lost", (double) (interactions - out.count()), "")
              .bound(Bound.atMost(0)));
    }
  }
}
