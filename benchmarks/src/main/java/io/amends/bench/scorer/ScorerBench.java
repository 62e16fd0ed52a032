package io.amends.bench.scorer;

import io.amends.bench.figures.Bound;
import io.amends.bench.figures.Figure;
import io.amends.bench.figures.FigureOutput;
import io.amends.bench.figures.Machine;
import io.amends.bench.figures.Neighbours;
import io.amends.bench.figures.Percentiles;
import io.amends.bench.stack.BesideBare;
import io.amends.bench.stack.Committed;
import io.amends.bench.stack.Pace;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.local.installation.Installation;
import io.amends.local.process.Waiting;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import io.amends.local.token.TokenRequest;
import io.amends.local.token.Tokens;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How many interactions are scored and committed, how soon a score is heard, how quick a lookup.
 */
@Command(
    name = "scorer",
    description =
        "The scorer: interactions scored and committed exactly once beside the bare limit, event to"
            + " score, lookups, disk for each guest, the pure score.",
    mixinStandardHelpOptions = true)
public final class ScorerBench implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(20);
  private static final Duration LOOKED_UP = Duration.ofSeconds(20);
  private static final Duration HEARD = Duration.ofSeconds(20);
  private static final int EVENTS_A_SECOND = 1_000;

  /** How long ago the first guest stayed; each other guest did a second after the one before. */
  private static final Duration FIRST_STAY = Duration.ofDays(100);

  /** Interactions of guests who are known. */
  private static final int KNOWN = 400_000;

  @Mixin private FigureOutput output = new FigureOutput();

  @Option(
      names = "--guests",
      paramLabel = "NUMBER",
      description = "in state (default: ${DEFAULT-VALUE})",
      defaultValue = "2000000")
  private int guests;

  private final List<Figure> figures = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException {
    PrintStream progress = output.progress();
    progress.println(Machine.description());
    figures.add(Figure.of("scorer.pure.quiet", PureScore.quiet(), "ns").bound(Bound.below(200)));
    figures.add(
        Figure.of("scorer.pure.complaining", PureScore.complaining(), "ns")
            .bound(Bound.below(200)));
    Neighbours neighbours = new Neighbours();
    try (BesideBare running = new BesideBare(Installation.here(), Ports.SCORER, BareScorer.BARE)) {
      Stack stack = running.stack();
      stack.start(Ports.BROKER);
      stack.start(Ports.IDENTITY);
      String bootstrap = stack.ports().bootstrapServers();
      try (Stays stays = new Stays(bootstrap);
          Committed committed = new Committed(bootstrap, Topics.INTERACTIONS)) {
        progress.println("writing one stay each of %,d guests".formatted(guests));
        write(stays);
        progress.println("reading, writing and forwarding them, with no model");
        double bare = rate(stack, committed, BareScorer.NAME, guests / 2);
        stack.stop(BareScorer.NAME);
        progress.println("scoring them");
        double scored = rate(stack, committed, Ports.SCORER, guests);
        figures.add(
            Figure.of("scorer.throughput", scored, "1/s").limit(bare).bound(Bound.atLeast(20_000)));
        figures.add(
            Figure.of(
                "scorer.disk.per.guest", (double) running.bytesOnDisk(Ports.SCORER) / guests, "B"));
        progress.println("hearing of guests who are known");
        double known = again(stays, committed);
        figures.add(
            Figure.of("scorer.throughput.known", known, "1/s").bound(Bound.atLeast(20_000)));
        heard(stays, bootstrap, progress);
        lookups(stack, stays, known / 2, progress);
      }
      figures.add(
          Figure.of(
              "scorer.memory.resident", stack.memory(Ports.SCORER).residentMebibytes(), "MiB"));
    }
    figures.add(Figure.of("scorer.neighbours", neighbours.percent(), "%"));
    return output.print(figures, System.out);
  }

  private void write(Stays stays) {
    Instant then = HotelClock.system().instant().minus(FIRST_STAY);
    for (int i = 0; i < guests; i++) {
      stays.ended("G-" + i, "S-" + i, then.plusSeconds(i));
    }
    stays.flush();
  }

  /** Of all guests, in no order; from when all is written, since writing is no part of it. */
  private double again(Stays stays, Committed committed) {
    Instant now = HotelClock.system().instant();
    Random random = new Random(11);
    int many = Math.min(guests, KNOWN);
    for (int i = 0; i < many; i++) {
      stays.something(i, "G-" + random.nextInt(guests), "A-" + i, now);
    }
    stays.flush();
    long begin = System.nanoTime();
    long from = committed.of(Ports.SCORER);
    long end = committed.until(Ports.SCORER, (long) guests + many, PATIENCE);
    return (guests + many - from) * 1e9 / (end - begin);
  }

  /** Everything lies in the log before the service starts. */
  private static double rate(Stack stack, Committed committed, String service, long upTo) {
    stack.start(service);
    return committed.rate(service, upTo, PATIENCE);
  }

  private void heard(Stays stays, String bootstrap, PrintStream progress) {
    progress.println("hearing scores at %,d events a second".formatted(EVENTS_A_SECOND));
    try (ScoresHeard scores = new ScoresHeard(bootstrap)) {
      Pace.keep(
          HEARD,
          EVENTS_A_SECOND,
          i -> {
            String guest = "L-" + i;
            scores.sent(guest);
            stays.ended(guest, guest, HotelClock.system().instant());
          });
      stays.flush();
      boolean _ = Waiting.until(Duration.ofSeconds(10), () -> scores.awaited() == 0);
      Percentiles waited = scores.waited();
      figures.add(Figure.of("scorer.event.to.score.p50", waited.at(50), "ms"));
      figures.add(
          Figure.of("scorer.event.to.score.p99", waited.at(99), "ms").bound(Bound.below(1_000)));
      figures.add(
          Figure.of("scorer.event.to.score.lost", scores.awaited(), "").bound(Bound.atMost(0)));
    }
  }

  private void lookups(Stack stack, Stays stays, double rate, PrintStream progress)
      throws InterruptedException {
    progress.println("looking guests up at %,.0f events a second".formatted(rate));
    String token =
        new Tokens(stack.ports().url(Ports.IDENTITY), stack.data().secrets().commandLine())
            .issue(new TokenRequest(List.of("HEAD_OFFICE"), List.of("*"), "bench"));
    Thread feed =
        Thread.ofPlatform()
            .name("feed")
            .start(
                () ->
                    Pace.keep(
                        LOOKED_UP.plusSeconds(5),
                        rate,
                        i ->
                            stays.ended(
                                "G-" + i % guests, "T-" + i, HotelClock.system().instant())));
    String scorer = stack.ports().url(Ports.SCORER);
    try (Lookups warm = new Lookups(scorer, token, guests)) {
      warm.ask(Duration.ofSeconds(4));
    }
    try (Lookups lookups = new Lookups(scorer, token, guests)) {
      lookups.ask(LOOKED_UP);
      figures.add(Figure.of("scorer.lookup.p50", lookups.micros().at(50) / 1_000, "ms"));
      figures.add(
          Figure.of("scorer.lookup.p99", lookups.micros().at(99) / 1_000, "ms")
              .bound(Bound.below(20)));
    }
    feed.join();
  }
}
