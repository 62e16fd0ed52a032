package io.amends.desk.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.topics.Topics;
import io.amends.desk.people.Reader;
import io.amends.desk.today.Filter.Show;
import io.amends.desk.view.Recovery;
import io.amends.desk.view.Seal;
import io.amends.desk.view.View;
import io.amends.kit.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the work list, and whose cases are in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenCasesTest {

  private static final Instant NOW = Instant.parse("2027-01-14T12:00:00Z");
  private static final Filter ALL = new Filter(null, null, null, Show.EVERYTHING, null);

  @TempDir private Path folder = Path.of("unset");

  @Test
  void public_first_then_late_then_due_and_where_waiting_costs_most_among_equals()
      throws SQLException, IOException {
    try (View view = View.in(folder, new Seal("a secret of this installation"))) {
      put("nothing-due", "SHA-BUND", false, null, null);
      put("due-11", "SHA-BUND", false, 11, 100);
      put("due-12-dear", "SHA-BUND", false, 12, 9_000);
      put("due-20-dearest", "SHA-BUND", false, 20, 90_000);
      put("late-60", "SHA-BUND", false, -60, null);
      put("late-1-dear", "SHA-BUND", false, -1, 5_000);
      put("public-due-in-a-day", "SHA-BUND", true, 1_440, null);
      put("elsewhere", "SIN-MARINA", false, -90, 99_000);

      assertThat(found(view, "SHA-BUND"))
          .containsExactly(
              "public-due-in-a-day",
              "late-1-dear",
              "late-60",
              "due-12-dear",
              "due-11",
              "due-20-dearest",
              "nothing-due");
      assertThat(found(view, "*")).hasSize(8);
    }
  }

  private static List<String> found(View view, String properties) {
    Reader reader = new Reader("tom", "Tom", Set.of("DUTY_MANAGER"), Set.of(properties), "");
    return new OpenCases(view.read())
        .find(reader, ALL, NOW).stream().map(open -> open.sheet().room()).toList();
  }

  /** A case whose room says what it is. */
  private void put(
      String name, String property, boolean open, @Nullable Integer minutes, @Nullable Integer cost)
      throws SQLException, IOException {
    byte[] sheet = Json.bytes(Recovery.sheet(snapshot(name)));
    try (Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("view.db"))) {
      run(
          connection,
          """
          INSERT INTO sheet (case_id, guest_id, property, open, sensitive, in_public, severity, department,
            issue, tier, owner, detected, next_due, waiting, version, body)
          VALUES (?, 'G', ?, 1, 0, ?, 'MAJOR', 'ENGINEERING', 'X', 'SAME_DAY', 'DUTY_MANAGER', 0, ?, 0, 1, ?)""",
          name,
          property,
          open,
          minutes == null ? null : NOW.plus(Duration.ofMinutes(minutes)).toEpochMilli(),
          sheet);
      if (cost != null) {
        run(connection, "INSERT INTO waiting VALUES (?, 'G', 0.1, ?, 'CNY')", name, cost);
      }
    }
  }

  private static void run(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static CaseSnapshot snapshot(String room) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            Topics.class.getResourceAsStream("/samples/amends.recovery.case.v1.json"), "sample")) {
      var tree = Json.mapper().readTree(in);
      ((tools.jackson.databind.node.ObjectNode) tree.path("now")).put("room", room);
      return Json.mapper().treeToValue(tree, CaseSnapshot.class);
    }
  }
}
