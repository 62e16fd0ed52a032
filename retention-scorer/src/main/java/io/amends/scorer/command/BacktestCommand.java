package io.amends.scorer.command;

import io.amends.scorer.backtest.Backtest;
import io.amends.scorer.backtest.BacktestOptions;
import io.amends.scorer.backtest.ReportPrinter;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.stream.InForce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** {@code ./amends backtest}: how good the risk would have been on a chain's own past. */
@Command(
    name = "backtest",
    description =
        "Replays a history through the code that scores live, fitted for each day on what lies"
            + " before it, and says how good the risk would have been.",
    mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {

  private static final int NOT_THERE = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "one interaction a line, JSON")
  private Path history = Path.of("");

  @Option(
      names = "--cut",
      paramLabel = "DATE",
      required = true,
      arity = "1..*",
      description = "days, UTC, at whose beginning guests are scored, such as 2026-03-01")
  private List<LocalDate> cuts = List.of();

  @Option(
      names = "--horizon",
      paramLabel = "DAYS",
      defaultValue = "180d",
      converter = Days.class,
      description = "within which a stay counts (default: ${DEFAULT-VALUE})")
  private Duration horizon = Duration.ofDays(180);

  @Option(
      names = "--out",
      paramLabel = "CSV",
      description = "each guest's figures: guest_id,cut_date,p_no_stay,p_gone")
  private @Nullable Path predictions;

  @Option(
      names = "--charts",
      paramLabel = "FOLDER",
      description = "calibration plot and lift curve of each cut, as SVG")
  private @Nullable Path charts;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "score by this model instead of fitting one: a version as it was published, JSON, or"
              + " prior-1, which ships")
  private @Nullable String model;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BacktestCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isReadable(history)) {
      spec.commandLine().getErr().println("FILE: " + history + " (expected: a file to read)");
      return NOT_THERE;
    }
    BacktestOptions options = BacktestOptions.of(history, cuts, horizon, predictions);
    if (model != null) {
      options = options.givenModel(published(model));
    }
    new ReportPrinter(spec.commandLine().getOut())
        .print(Backtest.run(charts == null ? options : options.withCharts(charts)));
    spec.commandLine().getOut().flush();
    return 0;
  }

  private RiskModel published(String name) throws IOException {
    if (name.equals(Priors.MODEL.version())) {
      return Priors.MODEL;
    }
    Path file = Path.of(name);
    if (!Files.isReadable(file)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--model: %s (expected: a file to read)".formatted(name));
    }
    try {
      return InForce.read(Files.readAllBytes(file));
    } catch (IllegalArgumentException | JacksonException refusal) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--model: %s".formatted(refusal.getMessage()), refusal);
    }
  }

  /** {@code 180d}, or ISO 8601 as in {@code P180D}. */
  static final class Days implements CommandLine.ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      String iso = text.matches("[1-9][0-9]{0,3}d") ? "P" + text.toUpperCase(Locale.ROOT) : text;
      try {
        Duration horizon = Duration.parse(iso);
        if (horizon.isPositive()) {
          return horizon;
        }
      } catch (DateTimeParseException _) {
        // told below
      }
      throw new CommandLine.TypeConversionException(
          "'%s' (expected: a number of days, such as 180d)".formatted(text));
    }
  }
}
