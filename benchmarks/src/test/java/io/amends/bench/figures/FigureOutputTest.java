package io.amends.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FigureOutputTest {

  private static final List<Figure> FIGURES =
      List.of(
          Figure.of("start.ready", 12.5, "s").bound(Bound.atMost(25)),
          Figure.of("deadlines.armed", 40_000, "1/s").limit(90_000).bound(Bound.atLeast(25_000)));

  @Test
  void for_machines_is_a_line_per_figure() {
    assertThat(printed("--json"))
        .isEqualTo(
            """
            {"name":"start.ready","value":12.5,"unit":"s","limit":null,"bound":"<= 25"}
            {"name":"deadlines.armed","value":40000.0,"unit":"1/s","limit":90000.0,"bound":">= 25000"}
            """);
  }

  @Test
  void for_people_is_a_table_that_names_the_machine() {
    assertThat(printed().lines())
        .hasSize(4)
        .anyMatch(line -> line.contains("cores"))
        .anyMatch(line -> line.matches(" *deadlines.armed +40,000.0 1/s +90,000.0 +>= 25000"));
  }

  private static String printed(String... arguments) {
    FigureOutput output = CommandLine.populateCommand(new FigureOutput(), arguments);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    output.print(FIGURES, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
