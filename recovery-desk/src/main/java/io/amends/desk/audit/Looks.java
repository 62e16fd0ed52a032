package io.amends.desk.audit;

import io.amends.contracts.desk.PersonalDataSeen.Occasion;
import io.amends.desk.view.Seal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Asks the view who looked at what is personal. */
public final class Looks {

  private static final String WHERE = " FROM seen WHERE at >= ?";

  private final JdbcTemplate view;
  private final Seal seal;

  public Looks(JdbcTemplate view, Seal seal) {
    this.view = view;
    this.seal = seal;
  }

  /**
   * One look, or several at the same for the same reason.
   *
   * @param actor as events name one
   * @param reason what had to be given; null: nothing had to
   * @param property of the case; null: it was none
   * @param last hotel time (UTC)
   * @param times how often, from {@code first} to {@code last}
   */
  record Look(
      String actor,
      List<String> roles,
      String guestId,
      @Nullable String caseId,
      @Nullable String property,
      Occasion occasion,
      @Nullable String reason,
      Instant first,
      Instant last,
      int times) {}

  /** How much there is of it. */
  record Sum(int looks, int people, int guests, int glasses) {}

  /** What belongs together as one, the newest first. */
  List<Look> together(Asked asked, Instant now, int most) {
    List<Object> values = new ArrayList<>();
    String sql =
        """
        SELECT event, actor, roles, guest_id, case_id, occasion, reason, min(at), max(at), count(*),
          (SELECT property FROM fact WHERE fact.case_id = seen.case_id)"""
            + where(asked, now, values)
            + " GROUP BY actor, roles, guest_id, case_id, occasion, reason_mark"
            + " ORDER BY max(at) DESC LIMIT ?";
    values.add(most);
    return view.query(sql, (row, _) -> look(row), values.toArray());
  }

  /** Each by itself, the oldest first. */
  void each(Asked asked, Instant now, Consumer<Look> reader) {
    List<Object> values = new ArrayList<>();
    String sql =
        """
        SELECT event, actor, roles, guest_id, case_id, occasion, reason, at, at, 1,
          (SELECT property FROM fact WHERE fact.case_id = seen.case_id)"""
            + where(asked, now, values)
            + " ORDER BY at, event";
    RowCallbackHandler handler = row -> reader.accept(look(row));
    view.query(sql, handler, values.toArray());
  }

  Sum sum(Asked asked, Instant now) {
    List<Object> values = new ArrayList<>();
    String sql =
        """
        SELECT count(*), count(DISTINCT actor), count(DISTINCT guest_id),
          count(DISTINCT CASE WHEN occasion = 'BROKEN_GLASS' THEN actor || case_id || reason_mark END)"""
            + where(asked, now, values);
    return view.query(
            sql,
            (row, _) -> new Sum(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)),
            values.toArray())
        .getFirst();
  }

  private static String where(Asked asked, Instant now, List<Object> values) {
    StringBuilder sql = new StringBuilder(WHERE);
    values.add(now.minus(Duration.ofDays(asked.days())).toEpochMilli());
    add(sql, values, "actor", asked.who().isEmpty() ? "" : "STAFF:" + asked.who());
    add(sql, values, "guest_id", asked.guest());
    add(sql, values, "case_id", asked.caseId());
    Occasion occasion = asked.occasion();
    add(sql, values, "occasion", occasion == null ? "" : occasion.name());
    return sql.toString();
  }

  private static void add(StringBuilder sql, List<Object> values, String column, String value) {
    if (!value.isEmpty()) {
      sql.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
  }

  private Look look(ResultSet row) throws SQLException {
    byte[] reason = row.getBytes(7);
    return new Look(
        row.getString(2),
        List.of(row.getString(3).split(",", -1)),
        row.getString(4),
        row.getString(5),
        row.getString(11),
        Occasion.valueOf(row.getString(6)),
        reason == null ? null : seal.open(row.getString(1), reason),
        Instant.ofEpochMilli(row.getLong(8)),
        Instant.ofEpochMilli(row.getLong(9)),
        row.getInt(10));
  }
}
