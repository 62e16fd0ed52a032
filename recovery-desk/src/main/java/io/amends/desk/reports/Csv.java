package io.amends.desk.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a spreadsheet (RFC 4180): codes as they are, weeks as the date of their Monday, days as
 * dates.
 */
public final class Csv {

  private Csv() {}

  static String line(Report report, List<@Nullable Object> row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      cells.add(quoted(value == null ? "" : text(report.columns().get(i), value)));
    }
    return String.join(",", cells);
  }

  private static String text(String column, Object value) {
    return switch (column) {
      case "week" -> Drawing.monday(value).toString();
      case "opened" -> Drawing.day(value).toString();
      default -> value.toString();
    };
  }

  /** A cell that a spreadsheet would run as a formula is text. */
  public static String quoted(String cell) {
    String safe = cell.matches("[=+@\\t].*") ? "'" + cell : cell;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
