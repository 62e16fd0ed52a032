package io.amends.desk.today;

import io.amends.desk.people.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Guests who arrive today and to whom something happened before: the second chance. */
final class Arrivals {

  private final JdbcTemplate view;

  Arrivals(JdbcTemplate view) {
    this.view = view;
  }

  /** A guest who comes, without a name, and what went wrong the last time. */
  record Arrival(
      String property,
      String guestId,
      @Nullable String tier,
      String issue,
      long opened,
      @Nullable String band) {}

  List<Arrival> on(LocalDate day, Reader reader, Filter filter) {
    StringBuilder sql =
        new StringBuilder(
            """
            SELECT st.property, st.guest_id, g.tier, f.issue, max(f.opened), r.band
            FROM stay st JOIN fact f ON f.guest_id = st.guest_id AND f.sensitive = 0
            LEFT JOIN guest g ON g.guest_id = st.guest_id LEFT JOIN risk r ON r.guest_id = st.guest_id
            WHERE st.arrival = ? AND st.state = 'BOOKED'""");
    List<Object> values = new ArrayList<>(List.of(day.toString()));
    if (!reader.everywhere()) {
      sql.append(" AND st.property IN (?")
          .append(",?".repeat(Math.max(0, reader.properties().size() - 1)))
          .append(')');
      values.addAll(reader.properties());
    }
    if (filter.property() != null && !filter.property().isEmpty()) {
      sql.append(" AND st.property = ?");
      values.add(filter.property());
    }
    sql.append(" GROUP BY st.guest_id, st.property ORDER BY st.property LIMIT 20");
    return view.query(
        sql.toString(),
        (row, _) ->
            new Arrival(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                String.valueOf(row.getString(4)),
                row.getLong(5),
                row.getString(6)),
        values.toArray());
  }
}
