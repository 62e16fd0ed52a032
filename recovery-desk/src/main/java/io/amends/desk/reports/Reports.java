package io.amends.desk.reports;

import io.amends.desk.people.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the view. What is sensitive is counted only for those who may see it. */
public final class Reports {

  private final JdbcTemplate view;

  public Reports(JdbcTemplate view) {
    this.view = view;
  }

  /**
   * What is asked.
   *
   * @param property one of the reader's; null: all of them
   * @param department null: all
   * @param weeks back from now
   */
  record Question(
      Report report, @Nullable String property, @Nullable String department, int weeks) {}

  /** Rows as the report names its columns; numbers stay numbers. */
  List<List<@Nullable Object>> ask(Question question, Reader reader, Instant now) {
    StringBuilder sql = new StringBuilder("opened >= ?");
    List<Object> once = new ArrayList<>();
    once.add(now.minus(Duration.ofDays(7L * question.weeks())).toEpochMilli());
    if (!reader.everywhere()) {
      sql.append(" AND property IN (?")
          .append(",?".repeat(Math.max(0, reader.properties().size() - 1)))
          .append(')');
      once.addAll(reader.properties());
    }
    if (!reader.seesSensitive()) {
      sql.append(" AND sensitive = 0");
    }
    equal("property", question.property(), sql, once);
    equal("department", question.department(), sql, once);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < question.report().conditions(); i++) {
      values.addAll(once);
    }
    int columns = question.report().columns().size();
    return view.query(
        question.report().sql(sql.toString()),
        (row, _) -> {
          List<@Nullable Object> cells = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            cells.add(row.getObject(i));
          }
          return cells;
        },
        values.toArray());
  }

  private static void equal(
      String column, @Nullable String value, StringBuilder sql, List<Object> values) {
    if (value != null && !value.isEmpty()) {
      sql.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
  }
}
