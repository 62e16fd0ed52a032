package io.amends.local.command;

import io.amends.contracts.topics.InboundKind;
import io.amends.local.door.Door;
import io.amends.local.door.FileImport;
import io.amends.local.door.ProgressBar;
import io.amends.local.door.Tally;
import io.amends.local.stack.StackFailure;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a file of complaints or interactions through the front door. */
@Command(
    name = "import",
    description =
        "Sends a file through the front door, NDJSON or CSV, each row with an id. It comes in as"
            + " history: no clock starts, nobody is alerted, no guest is written to.",
    mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {

  /** What a file can hold. */
  enum What {
    COMPLAINTS(InboundKind.COMPLAINTS),
    INTERACTIONS(InboundKind.INTERACTIONS);

    private final InboundKind kind;

    What(InboundKind kind) {
      this.kind = kind;
    }
  }

  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "WHAT", description = "complaints or interactions")
  private What what = What.COMPLAINTS;

  @Parameters(index = "1", paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(
      names = "--live",
      description =
          "no history: all times are shifted so that the newest is now, and clocks, alerts and"
              + " messages follow")
  private boolean live;

  @Option(names = "--yes", description = "do not ask before --live")
  private boolean yes;

  @Option(
      names = "--refused",
      paramLabel = "FILE",
      description = "where refused rows go (default: FILE.refused.EXTENSION, here)")
  private @Nullable Path refused;

  @Override
  public Integer call() throws InterruptedException {
    if (!Files.isReadable(file)) {
      throw new StackFailure("Expected to read %s, but cannot".formatted(file));
    }
    Path rest = refused == null ? refusedOf(file) : refused;
    requireAnother(rest);
    try (Door door = data.door()) {
      FileImport plan =
          live
              ? FileImport.live(door, what.kind, file, data.clock().instant())
              : FileImport.asHistory(door, what.kind, file);
      if (live && !yes && !confirmed(plan)) {
        System.out.println("Nothing was sent.");
        return 1;
      }
      ProgressBar bar = new ProgressBar(System.out, Screen.isTerminal());
      System.out.println("Importing %s from %s".formatted(what.kind.word(), file));
      Tally.Figures figures = plan.run(rest, bar::show);
      bar.end();
      return tell(figures, bar, rest);
    }
  }

  private void requireAnother(Path rest) {
    if (rest.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
      throw new StackFailure(
          "%s is what is imported: name another file with --refused".formatted(rest));
    }
  }

  private boolean confirmed(FileImport plan) {
    System.out.println(
        "This is no history: times are shifted by %d days, clocks start, staff is alerted. %s guests are named or leave an address; all of them whose consent is known could be written to."
            .formatted(plan.shiftedBy().toDays(), ProgressBar.number(plan.guests())));
    Console console =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .orElseThrow(
                () ->
                    new StackFailure(
                        "Expected somebody to ask, but there is no terminal: say --yes"));
    return Optional.ofNullable(console.readLine("Go on? [y/N] "))
        .filter(answer -> answer.strip().equalsIgnoreCase("y"))
        .isPresent();
  }

  private static int tell(Tally.Figures figures, ProgressBar bar, Path rest) {
    System.out.println(
        "%s rows in %s, %s a second"
            .formatted(
                ProgressBar.number(figures.rows()),
                Screen.seconds(bar.took()),
                ProgressBar.number(Math.round(bar.rate(figures.rows())))));
    row("accepted", figures.accepted());
    row("duplicate", figures.duplicate());
    row("refused", figures.refused());
    figures
        .reasons()
        .forEach(
            reason ->
                System.out.println(
                    "    %9s  %s"
                        .formatted(ProgressBar.number(reason.getValue()), reason.getKey())));
    if (figures.unanswered() > 0) {
      row("not answered", figures.unanswered());
    }
    if (figures.refused() + figures.unanswered() == 0) {
      return 0;
    }
    System.out.println(
        "What did not get in is in %s, with the reason above each row. Mend it and import it."
            .formatted(rest));
    return 1;
  }

  private static void row(String name, long number) {
    System.out.println("  %-14s %9s".formatted(name, ProgressBar.number(number)));
  }

  /**
   * {@code complaints.ndjson} has {@code complaints.refused.ndjson}; what is mended has its own.
   */
  static Path refusedOf(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot < 1 ? name : name.substring(0, dot);
    String extension = dot < 1 ? ".ndjson" : name.substring(dot);
    return Path.of(stem + ".refused" + extension);
  }
}
