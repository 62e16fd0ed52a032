package io.amends.local.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.topics.InboundKind;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {

  @TempDir private Path folder;

  @Test
  void of_ndjson_are_its_lines_as_they_stand_there() {
    List<Row> rows = rows(file("a.ndjson", "\ufeff{\"id\":1}\r\n\n# a note\n {\"id\":2}"));

    assertThat(rows).extracting(Row::json).containsExactly("{\"id\":1}", " {\"id\":2}");
    assertThat(rows).extracting(Row::number).containsExactly(1L, 4L);
  }

  @Test
  void of_csv_are_objects_with_numbers_truths_lists_and_objects_as_the_schema_has_them() {
    Path file =
        file(
            "a.csv",
            """
            id,guestId,kind,occurredAt,nights,spend.minorUnits,spend.currency
            1,G-1,STAY_COMPLETED,2026-11-20T12:00:00Z,2,58800,CNY
            2,G-2,STAY_COMPLETED,2026-11-20T12:00:00Z,,,
            """);

    assertThat(rows(file))
        .extracting(Row::json)
        .containsExactly(
            "{\"id\":\"1\",\"guestId\":\"G-1\",\"kind\":\"STAY_COMPLETED\",\"occurredAt\":\"2026-11-20T12:00:00Z\",\"nights\":2,\"spend\":{\"minorUnits\":58800,\"currency\":\"CNY\"}}",
            "{\"id\":\"2\",\"guestId\":\"G-2\",\"kind\":\"STAY_COMPLETED\",\"occurredAt\":\"2026-11-20T12:00:00Z\"}");
  }

  @Test
  void of_csv_may_have_commas_quotes_and_ends_of_lines_in_a_cell() {
    List<Row> rows =
        rows(
            file("a.csv", "id,narrative,flags\n7,\"cold, and \"\"late\"\"\nagain\",HEALTH;LEGAL\n"),
            InboundKind.COMPLAINTS);

    assertThat(rows)
        .extracting(Row::json)
        .containsExactly(
            "{\"id\":\"7\",\"narrative\":\"cold, and \\\"late\\\"\\nagain\",\"flags\":[\"HEALTH\",\"LEGAL\"]}");
    assertThat(rows.getFirst().original()).contains("again\",HEALTH;LEGAL");
  }

  @Test
  void of_csv_with_a_column_that_nobody_knows_are_not_read() {
    assertThatThrownBy(() -> rows(file("a.csv", "id,colour\n")))
        .isInstanceOf(StackFailure.class)
        .hasMessage("column colour: no such field (expected: fields of interactions)");
    assertThatThrownBy(() -> rows(file("b.csv", "guestId\n")))
        .hasMessage("column id: absent (expected: a column with an id per row)");
  }

  @Test
  void that_are_shifted_keep_their_distance_and_the_newest_is_now() {
    Path file =
        file(
            "a.ndjson",
            """
            {"id":1,"guestId":"G-1","occurredAt":"1997-01-01T12:00:00Z","arrivalDate":"1997-01-02"}
            {"id":2,"guestId":"G-1","occurredAt":"1997-01-03T20:00:00+08:00"}
            """);
    Instant now = Instant.parse("1997-01-13T12:00:00Z");

    Shift shift = Shift.of(file, InboundKind.INTERACTIONS, now);

    assertThat(shift.by()).isEqualTo(Duration.ofDays(10));
    assertThat(shift.guests()).isEqualTo(1);
    assertThat(rows(file).stream().map(shift::moved).map(Row::json))
        .containsExactly(
            "{\"id\":1,\"guestId\":\"G-1\",\"occurredAt\":\"1997-01-11T12:00Z\",\"arrivalDate\":\"1997-01-12\"}",
            "{\"id\":2,\"guestId\":\"G-1\",\"occurredAt\":\"1997-01-13T20:00+08:00\"}");
  }

  @Test
  void that_were_refused_are_kept_with_their_reasons_and_can_be_read_again() {
    Path file = file("a.csv", "id,nights\n1,two\n2,3\n");
    Path rest = folder.resolve("rest.csv");
    try (Rows rows = Rows.of(file, InboundKind.INTERACTIONS);
        RefusedFile refused = new RefusedFile(rest, rows.header())) {
      refused.add(
          java.util.Objects.requireNonNull(rows.next()),
          List.of("/nights: two (expected: integer)"));
    }

    assertThat(rest).hasContent("id,nights\n# line 2: /nights: two (expected: integer)\n1,two\n");
    assertThat(rows(rest)).extracting(Row::original).containsExactly("1,two");
  }

  private Path file(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static List<Row> rows(Path file) {
    return rows(file, InboundKind.INTERACTIONS);
  }

  private static List<Row> rows(Path file, InboundKind kind) {
    List<Row> all = new ArrayList<>();
    try (Rows rows = Rows.of(file, kind)) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
    }
    return all;
  }
}
