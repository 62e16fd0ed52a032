package io.amends.desk.find;

import io.amends.desk.people.Reader;
import io.amends.desk.view.Seal;
import io.amends.desk.view.Sheet;
import io.amends.kit.events.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds cases by number, room, guest, or words. Names and words are found by their blind marks: the
 * view never holds them open.
 */
public final class Finder {

  /** More than anybody reads; whoever sees this many looks for something narrower. */
  private static final int MOST = 30;

  private final JdbcTemplate view;
  private final Seal seal;

  public Finder(JdbcTemplate view, Seal seal) {
    this.view = view;
    this.seal = seal;
  }

  /** The newest first; nothing of another hotel, and what is sensitive only for those who may. */
  List<Sheet> find(String what, Reader reader) {
    String wanted = what.strip();
    List<Object> values = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder(
            "SELECT s.body FROM sheet s WHERE (s.case_id LIKE ? OR s.guest_id = ? OR s.room = ?");
    values.addAll(List.of(prefix(wanted), wanted, wanted));
    Set<Long> marks = seal.marks(wanted);
    if (!marks.isEmpty()) {
      sql.append(
          """
           OR s.case_id IN (
            SELECT c.case_id FROM (
              SELECT guest_id, text_id FROM mark WHERE mark IN (%s)
              GROUP BY guest_id, text_id HAVING count(*) = ? LIMIT 500) m
            JOIN sheet c ON c.guest_id = m.guest_id AND (m.text_id = '' OR c.text_id = m.text_id))"""
              .formatted("?" + ",?".repeat(marks.size() - 1)));
      values.addAll(marks);
      values.add(marks.size());
    }
    sql.append(')');
    if (!reader.everywhere()) {
      sql.append(" AND s.property IN (?")
          .append(",?".repeat(Math.max(0, reader.properties().size() - 1)))
          .append(')');
      values.addAll(reader.properties());
    }
    if (!reader.seesSensitive()) {
      sql.append(" AND s.sensitive = 0");
    }
    sql.append(" ORDER BY s.open DESC, s.detected DESC LIMIT ").append(MOST);
    return view.query(
        sql.toString(), (row, _) -> Json.read(row.getBytes(1), Sheet.class), values.toArray());
  }

  /** A case number is its first characters, four at least; nothing else begins a number. */
  private static String prefix(String wanted) {
    return wanted.matches("[0-9a-fA-F-]{4,40}")
        ? wanted.toLowerCase(java.util.Locale.ROOT) + "%"
        : "";
  }
}
