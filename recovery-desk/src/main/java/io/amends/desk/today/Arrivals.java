package io.amends.desk.today;

import io.amends.desk.people.Reader;
import io.amends.desk.view.House;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Guests who arrive today, by each hotel's own day, and to whom something happened before: the
 * second chance.
 */
final class Arrivals {

  /** Ours: whom a morning meeting can speak of. */
  private static final int MOST = 20;

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
      @Nullable String band,
      String day) {}

  List<Arrival> today(Instant now, House house, Reader reader, Filter filter) {
    StringBuilder sql =
        new StringBuilder(
            """
            SELECT st.property, st.guest_id, g.tier, f.issue, max(f.opened), r.band, st.arrival
            FROM stay st JOIN fact f ON f.guest_id = st.guest_id AND f.sensitive = 0
                AND f.opened IS NOT NULL
            LEFT JOIN guest g ON g.guest_id = st.guest_id LEFT JOIN risk r ON r.guest_id = st.guest_id
            WHERE st.arrival BETWEEN ? AND ? AND st.state = 'BOOKED'""");
    LocalDate utc = now.atZone(ZoneOffset.UTC).toLocalDate();
    List<Object> values =
        new ArrayList<>(List.of(utc.minusDays(1).toString(), utc.plusDays(1).toString()));
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
    sql.append(" GROUP BY st.guest_id, st.property, st.arrival ORDER BY st.property");
    Map<String, String> days = days(now, house);
    return view
        .query(
            sql.toString(),
            (row, _) ->
                new Arrival(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    String.valueOf(row.getString(4)),
                    row.getLong(5),
                    row.getString(6),
                    row.getString(7)),
            values.toArray())
        .stream()
        .filter(each -> each.day().equals(days.get(each.property())))
        .limit(MOST)
        .toList();
  }

  /** What day it is at each hotel. */
  private static Map<String, String> days(Instant now, House house) {
    return house.properties().stream()
        .collect(
            Collectors.toMap(
                each -> each.propertyId().value(),
                each -> now.atZone(ZoneId.of(each.zone().id())).toLocalDate().toString(),
                (one, _) -> one));
  }
}
