package io.amends.desk.approvals;

import io.amends.desk.people.Reader;
import io.amends.desk.view.Sheet;
import io.amends.desk.view.Sheet.Waiting;
import io.amends.kit.events.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What waits for a reader's leave, what is due next on top. */
final class Waits {

  private static final String SELECT = "SELECT body FROM sheet WHERE waiting > 0 AND open = 1";

  private final JdbcTemplate view;

  Waits(JdbcTemplate view) {
    this.view = view;
  }

  /**
   * One thing that waits.
   *
   * @param asked whether the reader's role was asked; else the reader may answer all the same
   */
  record Wait(Sheet sheet, Waiting what, boolean asked) {}

  /** Nobody approves their own, so nobody's own is here. */
  List<Wait> find(Reader reader) {
    StringBuilder sql = new StringBuilder(SELECT);
    List<Object> values = new ArrayList<>();
    if (!reader.everywhere()) {
      sql.append(" AND property IN (")
          .append("?" + ",?".repeat(Math.max(0, reader.properties().size() - 1)))
          .append(')');
      values.addAll(reader.properties());
    }
    if (!reader.seesSensitive()) {
      sql.append(" AND sensitive = 0");
    }
    return view
        .query(
            sql.toString(), (row, _) -> Json.read(row.getBytes(1), Sheet.class), values.toArray())
        .stream()
        .flatMap(sheet -> of(sheet, reader))
        .sorted(
            Comparator.comparing(Wait::asked)
                .reversed()
                .thenComparing(
                    wait -> wait.what().answerBy(),
                    Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static Stream<Wait> of(Sheet sheet, Reader reader) {
    String role = reader.role().map(Enum::name).orElse("");
    return sheet.waiting().stream()
        .filter(what -> !what.by().equals("STAFF:" + reader.id()))
        .filter(what -> what.whoMay().contains(role))
        .map(what -> new Wait(sheet, what, what.of().equals(role)));
  }
}
