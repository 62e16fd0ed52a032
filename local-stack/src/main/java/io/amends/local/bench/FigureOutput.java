package io.amends.local.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** How a bench tells its figures: a table for people, or {@code --json} for machines. */
public final class FigureOutput {

  @Option(names = "--json", description = "one line per figure: name, value, unit, limit, bound")
  private boolean json;

  /** Prints all figures of one bench. */
  public void print(List<Figure> figures, PrintStream out) {
    if (json) {
      JsonMapper mapper = JsonMapper.builder().build();
      figures.forEach(figure -> out.println(mapper.writeValueAsString(figure)));
      return;
    }
    out.println(Machine.description());
    row(out, "figure", "value", "unit", "bare limit", "must reach");
    for (Figure figure : figures) {
      row(
          out,
          figure.name(),
          number(figure.value()),
          figure.unit(),
          number(figure.limit()),
          number(figure.bound()));
    }
  }

  /** Where a person sees what the bench is doing: never among the figures of a machine. */
  public PrintStream progress() {
    return json ? System.err : System.out;
  }

  private static void row(
      PrintStream out, String name, String value, String unit, String limit, String bound) {
    out.println("  %-36s %12s %-6s %12s %12s".formatted(name, value, unit, limit, bound));
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%,.1f", value);
  }
}
