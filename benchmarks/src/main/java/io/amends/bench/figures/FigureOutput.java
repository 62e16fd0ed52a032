package io.amends.bench.figures;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** How a bench tells its figures: a table for people, or {@code --json} for machines. */
public final class FigureOutput {

  @Option(names = "--json", description = "one line per figure: name, value, unit, limit, bound")
  private boolean json;

  /** Prints all figures of one bench; what it returns is the exit value, 1 if a bound is missed. */
  public int print(List<Figure> figures, PrintStream out) {
    if (json) {
      JsonMapper mapper = JsonMapper.builder().build();
      figures.forEach(figure -> out.println(mapper.writeValueAsString(figure)));
    } else {
      printTable(figures, out);
    }
    List<Figure> missed = figures.stream().filter(Figure::misses).toList();
    missed.forEach(
        figure ->
            progress()
                .println(
                    "missed: %s is %s, expected %s"
                        .formatted(figure.name(), number(figure.value()), figure.bound())));
    return missed.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Where a person sees what the bench is doing: never among the figures of a machine. */
  public PrintStream progress() {
    return json ? System.err : System.out;
  }

  private static void printTable(List<Figure> figures, PrintStream out) {
    out.println(Machine.description());
    row(out, "figure", "value", "unit", "bare limit", "must reach");
    for (Figure figure : figures) {
      row(
          out,
          figure.name(),
          number(figure.value()),
          figure.unit(),
          number(figure.limit()),
          figure.bound() == null ? "" : figure.bound().toString());
    }
  }

  private static void row(
      PrintStream out, String name, String value, String unit, String limit, String bound) {
    out.println(
        "  %-40s %12s %-6s %12s  %s".formatted(name, value, unit, limit, bound).stripTrailing());
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%,.1f", value);
  }
}
