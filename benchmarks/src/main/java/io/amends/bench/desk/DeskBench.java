package io.amends.bench.desk;

import io.amends.bench.figures.Bound;
import io.amends.bench.figures.Figure;
import io.amends.bench.figures.FigureOutput;
import io.amends.bench.figures.Machine;
import io.amends.bench.figures.Neighbours;
import io.amends.bench.figures.Percentiles;
import io.amends.bench.stack.TemporaryStack;
import io.amends.kit.clock.HotelClock;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.program.Shipped;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackFailure;
import io.amends.local.token.TokenRequest;
import io.amends.local.token.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How soon an open page hears, how quick the pages are, and how fast the view is filled. */
@Command(
    name = "desk",
    description = "The desk: event to page, pages and reports, filling the view from zero.",
    mixinStandardHelpOptions = true)
public final class DeskBench implements Callable<Integer> {

  private static final int PAGES = 200;
  private static final int OPEN = 500;
  private static final int EVENTS_A_SECOND = 200;
  private static final Duration FILL = Duration.ofMinutes(15);
  private static final Duration LIVE = Duration.ofSeconds(30);
  private static final List<String> REPORTS =
      List.of(
          "promises",
          "tiers",
          "causes",
          "places",
          "gap3",
          "second-failures",
          "fairness",
          "grants",
          "at-risk",
          "cases");

  @Mixin private FigureOutput output = new FigureOutput();

  @Option(
      names = "--closed",
      paramLabel = "NUMBER",
      description = "closed cases that reports count (default: ${DEFAULT-VALUE})",
      defaultValue = "1000000")
  private int closed;

  private double empty;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Figure> figures = new ArrayList<>();

  @Override
  public Integer call() throws InterruptedException, IOException {
    PrintStream progress = output.progress();
    progress.println(Machine.description());
    Neighbours neighbours = new Neighbours();
    Installation installation = Installation.here();
    try (TemporaryStack temporary =
        TemporaryStack.of(
            installation,
            plan ->
                plan.ports(Ports.free())
                    .services(
                        Shipped.services(installation).stream()
                            .filter(program -> program.name().equals(Ports.DESK))
                            // ready before it is filled, which is what is measured
                            .map(
                                program ->
                                    program.with(
                                        "MANAGEMENT_ENDPOINT_HEALTH_GROUP_READINESS_INCLUDE",
                                        "readinessState"))
                            .toList())
                    .leaveTheDead())) {
      Stack stack = temporary.stack();
      stack.start(Ports.BROKER);
      stack.start(Ports.IDENTITY);
      try (Chronicle chronicle = new Chronicle(stack.ports().bootstrapServers())) {
        fill(stack, chronicle, progress);
        String token =
            new Tokens(stack.ports().url(Ports.IDENTITY), stack.data().secrets().commandLine())
                .issue(new TokenRequest(List.of("HEAD_OFFICE"), List.of("*"), "bench"));
        pages(stack, token, progress);
        live(stack, token, chronicle, progress);
      }
      figures.add(Figure.of("desk.memory.resident", resident(stack), "MiB"));
    }
    figures.add(Figure.of("desk.neighbours", neighbours.percent(), "%"));
    return output.print(figures, System.out);
  }

  /** Everything lies in the log before the desk is started: it is built from zero. */
  private void fill(Stack stack, Chronicle chronicle, PrintStream progress) {
    stack.start(Ports.DESK);
    empty = resident(stack);
    stack.stop(Ports.DESK);
    progress.println("writing %,d closed cases and %d open ones".formatted(closed, OPEN));
    Instant now = HotelClock.system().instant();
    for (int i = 0; i < closed; i++) {
      chronicle.closed(i, "BENCH-" + i % 50, now.minus(Duration.ofMinutes(i % 400_000)));
    }
    for (int i = 0; i < OPEN; i++) {
      chronicle.open("o-" + i, "BENCH-OPEN", now.minus(Duration.ofMinutes(i)));
    }
    chronicle.flush();
    progress.println("filling the view from zero");
    long begin = System.nanoTime();
    stack.start(Ports.DESK);
    String health = stack.ports().url(Ports.DESK) + "/actuator/health";
    until("the view is filled", FILL, () -> isFilled(health));
    double seconds = (System.nanoTime() - begin) / 1e9;
    figures.add(Figure.of("desk.fill.seconds", seconds, "s"));
    figures.add(
        Figure.of("desk.fill.rate", chronicle.written() / seconds, "1/s")
            .limit(bare(stack))
            .bound(closed >= 100_000 ? Bound.atLeast(10_000) : null));
  }

  private static double bare(Stack stack) {
    try (BareReader reader = new BareReader(stack.ports().bootstrapServers())) {
      return reader.rate();
    }
  }

  private void pages(Stack stack, String token, PrintStream progress)
      throws InterruptedException, IOException {
    progress.println("opening pages");
    String desk = stack.ports().url(Ports.DESK);
    String today = desk + "/today?property=BENCH-OPEN&all=true";
    timed(today, token, 30); // warm
    figures.add(
        Figure.of("desk.today.p99", timed(today, token, PAGES).at(99), "ms")
            .limit(timed(desk + "/assets/ring.svg", token, PAGES).at(99))
            .bound(Bound.below(200)));
    double worst = 0;
    for (String report : REPORTS) {
      Percentiles took = timed(desk + "/reports/" + report + "?weeks=57", token, 10);
      figures.add(Figure.of("desk.report." + report, took.at(99), "ms"));
      worst = Math.max(worst, took.at(99));
    }
    figures.add(Figure.of("desk.report.worst.p99", worst, "ms").bound(Bound.below(2_000)));
    String metrics = get(desk + "/actuator/prometheus", token).body();
    double bytes =
        metrics
            .lines()
            .filter(line -> line.startsWith("desk_view_size_bytes"))
            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .findFirst()
            .orElse(Double.NaN);
    figures.add(
        Figure.of(
            "desk.memory.per.100000.cases",
            (resident(stack) - empty) * 100_000 / (closed + OPEN),
            "MiB"));
    figures.add(
        Figure.of(
            "desk.disk.per.100000.cases", bytes / 1048576 * 100_000 / (closed + OPEN), "MiB"));
  }

  private static double resident(Stack stack) {
    return stack.memory(Ports.DESK).residentMebibytes();
  }

  private void live(Stack stack, String token, Chronicle chronicle, PrintStream progress)
      throws InterruptedException {
    progress.println("%d pages listen to %d events a second".formatted(PAGES, EVENTS_A_SECOND));
    try (Watchers watchers = new Watchers(stack.ports().url(Ports.DESK), token, PAGES);
        BareReader bare = new BareReader(stack.ports().bootstrapServers())) {
      until("all pages listen", LIVE, () -> watchers.listening() == PAGES);
      bare.follow();
      long begin = System.nanoTime();
      int all = (int) (EVENTS_A_SECOND * LIVE.toSeconds());
      for (int i = 0; i < all; i++) {
        long at = begin + i * 1_000_000_000L / EVENTS_A_SECOND;
        LockSupport.parkNanos(at - System.nanoTime());
        watchers.sent("live-" + i, at);
        bare.sent("live-" + i, at);
        chronicle.open("live-" + i, "BENCH-LIVE", HotelClock.system().instant());
      }
      until(
          "every page has heard of every case",
          LIVE.multipliedBy(3),
          () -> watchers.count() >= (long) all * PAGES);
      figures.add(
          Figure.of("desk.live.p99", watchers.p99(), "ms")
              .limit(bare.p99())
              .bound(Bound.below(1_000)));
    }
  }

  private Percentiles timed(String address, String token, int times)
      throws InterruptedException, IOException {
    Percentiles took = new Percentiles();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      HttpResponse<String> answer = get(address, token);
      took.add((System.nanoTime() - begin) / 1_000_000);
      if (answer.statusCode() != 200) {
        throw new StackFailure("%s answered %d".formatted(address, answer.statusCode()));
      }
    }
    return took;
  }

  private HttpResponse<String> get(String address, String token)
      throws InterruptedException, IOException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/html, text/plain")
            .build(),
        BodyHandlers.ofString());
  }

  private boolean isFilled(String health) {
    try {
      return http.send(
                  HttpRequest.newBuilder(URI.create(health)).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while the view was filled", interrupted);
    }
  }

  private static void until(String what, Duration patience, BooleanSupplier so) {
    long end = System.nanoTime() + patience.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new StackFailure(
            "waited %d s in vain until %s".formatted(patience.toSeconds(), what));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
