package io.amends.desk.today;

import io.amends.desk.people.Reader;
import io.amends.desk.view.Sheet;
import io.amends.kit.events.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The open cases that a reader may see: what stands in public first, since about a hundred may hear
 * of it; then what is late; then what falls due next. Among those that are late, and those that
 * fall due in the same quarter of an hour, the one in which waiting costs most by the scorer.
 */
final class OpenCases {

  private static final String SELECT =
      """
      SELECT s.body, f.held_by, r.band, r.at_risk, r.currency, w.cost, w.currency
      FROM sheet s LEFT JOIN fact f ON f.case_id = s.case_id LEFT JOIN risk r ON r.guest_id = s.guest_id
        LEFT JOIN waiting w ON w.case_id = s.case_id
      WHERE s.open = 1""";

  private static final String ORDER =
      """

      ORDER BY s.in_public DESC, s.next_due IS NULL,
        CASE WHEN s.next_due < ? THEN 0 ELSE s.next_due / 900000 END,
        w.cost DESC NULLS LAST, w.points DESC NULLS LAST, s.next_due, s.detected""";

  private static final Duration A_DAY = Duration.ofDays(1);

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
   * @param waiting what it costs to let the case get dearer, in minor units of {@code
   *     waitingCurrency}
   */
  record Open(
      Sheet sheet,
      @Nullable String heldBy,
      @Nullable String band,
      @Nullable Long atRisk,
      @Nullable String currency,
      @Nullable Long waiting,
      @Nullable String waitingCurrency) {}

  List<Open> find(Reader reader, Filter filter, Instant now) {
    Conditions conditions = new Conditions(reader, filter, now);
    conditions.values.add(now.toEpochMilli());
    return view.query(
        SELECT + conditions.sql + ORDER, (row, _) -> open(row), conditions.values.toArray());
  }

  private static Open open(ResultSet row) throws SQLException {
    return new Open(
        Json.read(row.getBytes(1), Sheet.class),
        row.getString(2),
        row.getString(3),
        whole(row, 4),
        row.getString(5),
        whole(row, 6),
        row.getString(7));
  }

  private static @Nullable Long whole(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
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
          // a day ends at another hour in every zone: the list itself looks at the hotel's day
          sql.append(" AND s.departure BETWEEN ? AND ?");
          values.add(now.toEpochMilli());
          values.add(now.plus(A_DAY).toEpochMilli());
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
