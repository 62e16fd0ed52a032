package io.amends.bench.notifications;

import io.amends.bench.figures.Bound;
import io.amends.bench.figures.Figure;
import io.amends.bench.figures.FigureOutput;
import io.amends.bench.figures.Machine;
import io.amends.bench.figures.Neighbours;
import io.amends.bench.figures.Percentiles;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast guests are told, and whether each is told once though the service is killed. */
@Command(
    name = "notifications",
    description =
        "A million messages, three in ten held until nine: decisions and mails a second beside the"
            + " bare limits, event to mail at 100 a second; none lost or doubled by kill -9, and"
            + " doubled once a safeguard is off.",
    mixinStandardHelpOptions = true)
public final class NotificationsBench implements Callable<Integer> {

  /** What the bounds of speed are asked of. */
  private static final int FULL_SIZE = 1_000_000;

  private static final Bound NONE = Bound.atMost(0);

  /** Of so many messages a channel may not know after a crash what became of them. */
  private static final int UNDER_WAY = 50;

  @Mixin private FigureOutput output = new FigureOutput();

  @Option(
      names = "--messages",
      paramLabel = "NUMBER",
      description = "planned; bounds of speed hold at full size (default: ${DEFAULT-VALUE})",
      defaultValue = "1000000")
  private int messages;

  @Option(
      names = "--paced",
      paramLabel = "SECONDS",
      description = "how long 100 a second are sent (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int paced;

  @Option(
      names = "--crashed",
      paramLabel = "NUMBER",
      description = "sent while the service is killed (default: ${DEFAULT-VALUE})",
      defaultValue = "50000")
  private int crashed;

  @Option(
      names = "--kills",
      paramLabel = "NUMBER",
      description = "kill -9 at random moments of sending (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private int kills;

  @Option(
      names = "--unguarded",
      paramLabel = "NUMBER",
      description = "sent with the safeguard off, killed three times (default: ${DEFAULT-VALUE})",
      defaultValue = "5000")
  private int unguarded;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "of the moments at which it is killed (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed;

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "PART",
      description = "what is not measured: ${COMPLETION-CANDIDATES}")
  private Set<Part> skipped = EnumSet.noneOf(Part.class);

  private final List<Figure> figures = new ArrayList<>();

  /** What can be left out. */
  enum Part {
    BARE,
    PACED,
    CRASH,
    UNGUARDED
  }

  /** So often is enough to see that it matters. */
  private static final int UNGUARDED_KILLS = 3;

  @Override
  public Integer call() {
    PrintStream progress = output.progress();
    progress.println(Machine.description());
    Neighbours neighbours = new Neighbours();
    Installation installation = Installation.here();
    try (House house = House.asShipped(installation);
        Inputs inputs = new Inputs(house.bootstrap());
        Heard heard = new Heard(house.bootstrap())) {
      inputs.hotel();
      Mailing mailing = new Mailing(house, inputs, heard, messages);
      speed(mailing, house, progress);
      if (wanted(Part.PACED)) {
        progress.println("100 causes a second");
        Percentiles took = mailing.paced(paced);
        add("mail.p50", took.at(50), "ms", null, null);
        add("mail.p99", took.at(99), "ms", null, Bound.below(2_000));
      }
      add(
          "memory.resident",
          house.stack().memory(Ports.NOTIFICATION).residentMebibytes(),
          "MiB",
          null,
          null);
      if (wanted(Part.CRASH)) {
        progress.println("%,d messages, and kill -9, %d times".formatted(crashed, kills));
        crash(new Crashes(house, inputs, heard, seed));
      }
    }
    if (wanted(Part.UNGUARDED)) {
      progress.println("the same without the safeguard: the checker has to see it");
      unguarded(installation);
    }
    figures.add(Figure.of("notifications.neighbours", neighbours.percent(), "%"));
    return output.print(figures, System.out);
  }

  private void speed(Mailing mailing, House house, PrintStream progress) {
    progress.println("planning %,d messages".formatted(messages));
    Mailing.Speed first = mailing.first();
    progress.println("releasing those that were held until nine");
    Mailing.Speed released = mailing.released();
    @Nullable Double bareMails = null;
    @Nullable Double bareGate = null;
    if (wanted(Part.BARE)) {
      progress.println("the same with no rule, and mails with no words");
      bareMails = BareMails.perSecond(house.catcher());
      bareGate = mailing.bare();
    }
    add("planned", first.planned(), "1/s", bareGate, null);
    add("decided", first.decided(), "1/s", bareGate, Bound.atLeast(2_000));
    add("mails", first.mails(), "1/s", bareMails, Bound.atLeast(1_000));
    add("released.decided", released.decided(), "1/s", bareGate, Bound.atLeast(2_000));
    add("released.mails", released.mails(), "1/s", bareMails, Bound.atLeast(1_000));
  }

  private void crash(Crashes crashes) {
    Crashes.Outcome outcome = crashes.of("C-", crashed, kills, Crashes.When.AT_RANDOM);
    Fate fate = outcome.fate();
    count("crash.kills", outcome.kills(), Bound.atLeast(kills));
    count("crash.doubles", fate.doubles(), NONE);
    count("crash.lost", fate.lost(), NONE);
    count("crash.contradicted", fate.contradicted(), NONE);
    count("crash.strays", outcome.strays(), NONE);
    count("crash.unknown", fate.unknown(), Bound.atMost((double) UNDER_WAY * outcome.kills()));
    count("crash.unknown.arrived", fate.unknownArrived(), null);
  }

  private void unguarded(Installation installation) {
    try (House house = House.withoutSendingFirst(installation);
        Inputs inputs = new Inputs(house.bootstrap());
        Heard heard = new Heard(house.bootstrap())) {
      inputs.hotel();
      house.stack().start(Ports.NOTIFICATION);
      Crashes.Outcome outcome =
          new Crashes(house, inputs, heard, seed)
              .of("U-", unguarded, UNGUARDED_KILLS, Crashes.When.IN_A_ROUND);
      count("unguarded.kills", outcome.kills(), null);
      count("unguarded.doubles", outcome.fate().doubles(), Bound.atLeast(1));
      count("unguarded.lost", outcome.fate().lost(), null);
      count("unguarded.contradicted", outcome.fate().contradicted(), null);
      count("unguarded.clean", outcome.fate().isClean() ? 1 : 0, NONE);
    }
  }

  /** At once, too: a run takes long, and what is measured is not lost with what comes later. */
  private void tell(Figure figure) {
    figures.add(figure);
    output
        .progress()
        .println(String.format(Locale.ROOT, "  %s: %,.1f", figure.name(), figure.value()));
  }

  private boolean wanted(Part part) {
    return !skipped.contains(part);
  }

  /** That nothing is lost or doubled is asked for at any size; speed at the full one. */
  private void count(String name, long value, @Nullable Bound bound) {
    tell(Figure.of("notifications." + name, (double) value, "").bound(bound));
  }

  private void add(
      String name, double value, String unit, @Nullable Double limit, @Nullable Bound bound) {
    Figure figure =
        Figure.of("notifications." + name, value, unit).bound(messages >= FULL_SIZE ? bound : null);
    tell(limit == null ? figure : figure.limit(limit));
  }
}
