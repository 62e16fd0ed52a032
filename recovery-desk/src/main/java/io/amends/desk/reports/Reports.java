package io.amends.desk.reports;

import io.amends.desk.people.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the view. What is sensitive is counted only for those who may see it. */
public final class Reports {

  /** By what a report may be narrowed. */
  static final Set<String> CHOICES = Set.of("property", "department", "issue", "gap", "tier");

  private final JdbcTemplate view;

  public Reports(JdbcTemplate view) {
    this.view = view;
  }

  /**
   * What is asked.
   *
   * @param only what must hold, by the column of the table of facts; of {@link #CHOICES}
   * @param weeks back from now
   */
  record Question(Report report, Map<String, String> only, int weeks) {

    Question {
      only = new TreeMap<>(only);
      if (!CHOICES.containsAll(only.keySet())) {
        throw new IllegalArgumentException(
            "only: %s (expected: of %s)".formatted(only.keySet(), CHOICES));
      }
    }

    /** The same for another report. */
    Question to(Report other) {
      return new Question(other, only, weeks);
    }
  }

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
    question
        .only()
        .forEach(
            (column, value) -> {
              sql.append(" AND ").append(column).append(" = ?");
              once.add(value);
            });
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
}
