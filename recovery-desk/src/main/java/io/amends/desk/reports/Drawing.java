package io.amends.desk.reports;

import io.amends.desk.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A report as a picture: a bar per row, and the figures beside it for whoever does not see bars.
 */
record Drawing(List<String> heads, List<Row> rows) {

  Drawing {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /** The figures of a row, by the report's columns, and the pieces of its bar, of 100 wide. */
  record Row(List<String> cells, List<Bar> bars) {}

  /** One piece of a bar; sizes as SVG wants them. */
  record Bar(String kind, String x, String width) {}

  static Drawing of(Report report, List<List<@Nullable Object>> rows, Words words) {
    double sum =
        report.picture() == Report.Picture.SHARE
            ? rows.stream().mapToDouble(row -> number(row.get(1))).max().orElse(1)
            : 1;
    List<Row> drawn = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(cell(report.columns().get(i), row.get(i), words));
      }
      drawn.add(new Row(cells, bars(report, row, sum)));
    }
    return new Drawing(
        report.columns().stream().map(each -> words.of("column." + each)).toList(), drawn);
  }

  private static List<Bar> bars(Report report, List<@Nullable Object> row, double most) {
    return switch (report.picture()) {
      case PARTS -> {
        double kept = number(row.get(2));
        double broken = number(row.get(3));
        double whole = Math.max(1, kept + broken);
        double first = 100 * kept / whole;
        yield List.of(bar("good", 0, first), bar("bad", first, 100 - first));
      }
      case SHARE -> List.of(bar(kind(row), 0, most <= 0 ? 0 : 100 * number(row.get(1)) / most));
      case FAIR ->
          List.of(
              bar("outcome", 0, 33 * number(row.get(2)) / 5),
              bar("procedure", 33.5, 33 * number(row.get(3)) / 5),
              bar("courtesy", 67, 33 * number(row.get(4)) / 5));
    };
  }

  /** A tier or a band has its own colour. */
  private static String kind(List<@Nullable Object> row) {
    for (Object cell : row) {
      if (cell instanceof String code && code.matches("[A-Z_]+")) {
        return code;
      }
    }
    return "plain";
  }

  private static Bar bar(String kind, double x, double width) {
    return new Bar(
        kind,
        String.format(Locale.ROOT, "%.1f", x),
        String.format(Locale.ROOT, "%.1f", Math.max(0, width)));
  }

  /** A code in the reader's words, a number in the reader's digits. */
  static String cell(String column, @Nullable Object value, Words words) {
    if (value == null) {
      return "–";
    }
    return switch (column) {
      case "week" -> words.day(monday(value));
      case "clock" -> words.of("clock." + value);
      case "tier" -> words.of("tier." + value);
      case "issue" -> words.of("issue." + value);
      case "department" -> words.of("department." + value);
      case "band" -> words.of("band." + value);
      case "given" -> words.of("given.bucket." + value);
      default -> value instanceof Number number ? words.number(number) : value.toString();
    };
  }

  /** Weeks are counted from the Monday before the epoch. */
  static LocalDate monday(Object week) {
    return LocalDate.ofEpochDay(((Number) week).longValue() * 7 - 3);
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }
}
