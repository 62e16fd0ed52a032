package io.amends.scorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.scorer.world.Generator;
import io.amends.scorer.world.Ndjson;
import io.amends.scorer.world.World;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BacktestCommandTest {

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_horizon_is_said_in_days() throws IOException {
    int status =
        run(history().toString(), "--cut", "2026-01-01", "--horizon", "90d", "--out", csv());

    assertThat(status).isZero();
    assertThat(out.toString()).contains("horizon 90 days").contains("2026-01-01");
    assertThat(Files.readAllLines(Path.of(csv())).getFirst())
        .isEqualTo("guest_id,cut_date,p_no_stay,p_gone");
  }

  @Test
  void another_horizon_is_refused_by_what_was_found() throws IOException {
    assertThat(run(history().toString(), "--cut", "2026-01-01", "--horizon", "soon")).isEqualTo(2);
    assertThat(err.toString()).contains("'soon' (expected: a number of days, such as 180d)");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    assertThat(run("nowhere.ndjson", "--cut", "2026-01-01")).isEqualTo(2);
    assertThat(err.toString()).contains("FILE: nowhere.ndjson (expected: a file to read)");
  }

  private int run(String... arguments) {
    return new CommandLine(new BacktestCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private String csv() {
    return folder.resolve("out.csv").toString();
  }

  private Path history() throws IOException {
    Path file = folder.resolve("history.ndjson");
    Ndjson.write(Generator.lives(World.PLAIN.guests(300), 7), file);
    return file;
  }
}
