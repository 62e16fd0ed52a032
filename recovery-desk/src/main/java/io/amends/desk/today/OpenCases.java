package io.amends.desk.today;

import io.amends.desk.people.Reader;
import io.amends.desk.view.Sheet;
import io.amends.kit.events.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The open cases that a reader may see, what falls due next on top. What stands in public comes
 * before that: by reach, since about a hundred may hear of it.
 */
final class OpenCases {

  private static final String SELECT =
      """
      SELECT s.body, f.held_by, r.band, r.at_risk, r.currency
      FROM sheet s LEFT JOIN fact f ON f.case_id = s.case_id LEFT JOIN risk r ON r.guest_id = s.guest_id
      WHERE s.open = 1""";

  private static final String ORDER =
      " ORDER BY s.in_public DESC, s.next_due IS NULL, s.next_due, s.detected";

  private final JdbcTemplate view;

  OpenCases(JdbcTemplate view) {
    this.view = view;
  }

  /**
   * One case of the list.
   *
   * @param heldBy who has it, as events name an actor
   * @param band of the guest's risk
   * @param atRisk minor units of {@code currency}
   */
  record Open(
      Sheet sheet,
      @Nullable String heldBy,
      @Nullable String band,
      @Nullable Long atRisk,
      @Nullable String currency) {}

  List<Open> find(Reader reader, Filter filter, Instant now) {
    Conditions conditions = new Conditions(reader, filter, now);
    return view.query(
        SELECT + conditions.sql + ORDER, (row, _) -> open(row), conditions.values.toArray());
  }

  private static Open open(ResultSet row) throws SQLException {
    long atRisk = row.getLong(4);
    Long known = row.wasNull() ? null : atRisk;
    return new Open(
        Json.read(row.getBytes(1), Sheet.class),
        row.getString(2),
        row.getString(3),
        known,
        row.getString(5));
  }

  /** What must hold, put together once. */
  private static final class Conditions {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    Conditions(Reader reader, Filter filter, Instant now) {
      if (!reader.everywhere()) {
        sql.append(" AND s.property IN (")
            .append("?" + ",?".repeat(Math.max(0, reader.properties().size() - 1)))
            .append(')');
        values.addAll(reader.properties());
      }
      if (!reader.seesSensitive()) {
        sql.append(" AND s.sensitive = 0");
      }
      equal("s.property", filter.property());
      equal("s.severity", filter.severity());
      equal("s.department", filter.department());
      switch (filter.which()) {
        case EVERYTHING -> {
          // nothing else must hold
        }
        case MINE -> equal("f.held_by", "STAFF:" + reader.id());
        case NOBODYS -> sql.append(" AND f.held_by IS NULL");
        case LATE -> {
          sql.append(" AND s.next_due < ?");
          values.add(now.toEpochMilli());
        }
        case LEAVING -> {
          // a day begins at another hour in every zone: the page itself looks at the hotel's day
          sql.append(" AND s.departure BETWEEN ? AND ?");
          values.add(now.toEpochMilli());
          values.add(now.plus(java.time.Duration.ofDays(1)).toEpochMilli());
        }
      }
    }

    private void equal(String column, @Nullable String value) {
      if (value != null && !value.isEmpty()) {
        sql.append(" AND ").append(column).append(" = ?");
        values.add(value);
      }
    }
  }
}
