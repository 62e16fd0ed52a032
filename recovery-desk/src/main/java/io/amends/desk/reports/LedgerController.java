package io.amends.desk.reports;

import io.amends.contracts.Role;
import io.amends.desk.people.Reader;
import io.amends.kit.events.Json;
import io.amends.kit.security.AllowedRoles;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The compensation ledger for whoever keeps the books: every line as it was written, the oldest
 * first. In each book of an account the sum of the lines is its balance.
 */
@Controller
@AllowedRoles({"DUTY_MANAGER", "GENERAL_MANAGER", "REGION", "HEAD_OFFICE"})
class LedgerController {

  private static final String SELECT =
      """
      SELECT l.case_id, l.number, l.at, f.property, l.account, l.book, l.kind, l.remedy, l.nights,
        l.minor, l.currency, l.asked, l.by, l.policy
      FROM ledger l LEFT JOIN fact f ON f.case_id = l.case_id WHERE l.at >= ? AND l.at < ?""";

  private static final List<String> COLUMNS =
      List.of(
          "caseId",
          "number",
          "at",
          "property",
          "account",
          "book",
          "kind",
          "remedy",
          "nights",
          "minorUnits",
          "currency",
          "asked",
          "by",
          "policy");

  private final JdbcTemplate view;

  LedgerController(JdbcTemplate view) {
    this.view = view;
  }

  /**
   * For a spreadsheet.
   *
   * @param property one hotel of the reader's; absent: all of them
   * @param from first instant (UTC); absent: all that is kept
   * @param to first instant after it; absent: until now
   */
  @GetMapping("/ledger.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam @Nullable String property,
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant to,
      Reader reader) {
    String lines =
        lines(property, from, to, reader).stream()
            .map(
                line ->
                    line.values().stream()
                        .map(value -> Csv.quoted(value == null ? "" : value.toString()))
                        .collect(Collectors.joining(",")))
            .map(line -> line + "\r\n")
            .collect(Collectors.joining("", String.join(",", COLUMNS) + "\r\n", ""));
    return answer("csv", new MediaType("text", "csv", StandardCharsets.UTF_8), lines);
  }

  /** For a program: one object to a line. */
  @GetMapping("/ledger.ndjson")
  ResponseEntity<byte[]> ndjson(
      @RequestParam @Nullable String property,
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant to,
      Reader reader) {
    String lines =
        lines(property, from, to, reader).stream()
            .map(line -> Json.mapper().writeValueAsString(line) + "\n")
            .collect(Collectors.joining());
    return answer("ndjson", MediaType.APPLICATION_NDJSON, lines);
  }

  private static ResponseEntity<byte[]> answer(String ending, MediaType type, String lines) {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ledger." + ending + '"')
        .contentType(type)
        .body(lines.getBytes(StandardCharsets.UTF_8));
  }

  /** The books are for whoever answers for what is given: whether to lead somebody to them. */
  static boolean mayRead(Reader reader) {
    return reader
        .role()
        .filter(role -> role.compareTo(Role.DUTY_MANAGER) >= 0)
        .filter(role -> role != Role.SECURITY)
        .isPresent();
  }

  private List<Map<String, @Nullable Object>> lines(
      @Nullable String property, @Nullable Instant from, @Nullable Instant to, Reader reader) {
    StringBuilder sql = new StringBuilder(SELECT);
    List<Object> values = new ArrayList<>();
    values.add(from == null ? Long.MIN_VALUE : from.toEpochMilli());
    values.add(to == null ? Long.MAX_VALUE : to.toEpochMilli());
    if (!reader.everywhere()) {
      sql.append(" AND f.property IN (")
          .append("?" + ",?".repeat(Math.max(0, reader.properties().size() - 1)))
          .append(')');
      values.addAll(reader.properties());
    }
    if (!reader.seesSensitive()) {
      sql.append(" AND f.sensitive = 0");
    }
    if (property != null && !property.isEmpty()) {
      sql.append(" AND f.property = ?");
      values.add(property);
    }
    sql.append(" ORDER BY l.at, l.case_id, l.number");
    return view.query(sql.toString(), (row, _) -> line(row), values.toArray());
  }

  private static Map<String, @Nullable Object> line(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      String column = COLUMNS.get(i);
      line.put(
          column,
          column.equals("at")
              ? Instant.ofEpochMilli(row.getLong(i + 1)).toString()
              : row.getObject(i + 1));
    }
    return line;
  }
}
