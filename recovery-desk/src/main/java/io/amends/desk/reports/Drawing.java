package io.amends.desk.reports;

import io.amends.desk.reports.Reports.Question;
import io.amends.desk.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
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
  record Row(List<Cell> cells, List<Bar> bars) {}

  /**
   * One figure.
   *
   * @param address where it leads; empty: nowhere
   * @param heat of five, how much it is beside the most; 0: none, or no matter
   */
  record Cell(String text, String address, int heat) {

    Cell(String text, String address) {
      this(text, address, 0);
    }
  }

  /** One piece of a bar; sizes as SVG wants them. */
  record Bar(String kind, String x, String width) {}

  static Drawing of(Question question, List<List<@Nullable Object>> rows, Words words) {
    Report report = question.report();
    if (report.picture() == Report.Picture.HEAT) {
      return Heat.of(question, rows, words);
    }
    double most = 0;
    for (List<@Nullable Object> row : rows) {
      most = Math.max(most, counted(report, row));
    }
    List<Row> drawn = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<Cell> cells = new ArrayList<>();
      String next = next(question, row);
      for (int i = 0; i < row.size(); i++) {
        String column = report.columns().get(i);
        Object value = row.get(i);
        String address =
            column.equals("case") && value != null ? "/cases/" + value : i == 0 ? next : "";
        cells.add(new Cell(cell(column, value, words), address));
      }
      drawn.add(new Row(cells, bars(report, row, most)));
    }
    return new Drawing(
        report.columns().stream().map(each -> words.of("column." + each)).toList(), drawn);
  }

  /** Where a row leads: to the next report, narrowed to what its cells name. */
  static String next(Question question, List<@Nullable Object> row) {
    Report report = question.report();
    return report
        .next()
        .map(
            next -> {
              TreeMap<String, String> only = new TreeMap<>(question.only());
              only.putAll(report.alsoHolds());
              for (int i = 0; i < row.size(); i++) {
                String column = report.columns().get(i);
                if (Reports.CHOICES.contains(column) && row.get(i) instanceof String code) {
                  only.put(column, code);
                }
              }
              return Addresses.of(new Question(next, only, question.weeks()), "");
            })
        .orElse("");
  }

  private static List<Bar> bars(Report report, List<@Nullable Object> row, double most) {
    return switch (report.picture()) {
      case PARTS -> {
        boolean promises = report == Report.PROMISES;
        double good = value(report, row, promises ? "kept" : "alone");
        double other = value(report, row, promises ? "broken" : "approved");
        double whole =
            promises ? good + other + value(report, row, "running") : value(report, row, "wishes");
        double first = 100 * good / Math.max(1, whole);
        double second = 100 * other / Math.max(1, whole);
        yield List.of(bar("good", 0, first), bar(promises ? "bad" : "SAME_DAY", first, second));
      }
      case SHARE -> List.of(bar(kind(row), 0, share(report, row, most)));
      case PARETO ->
          List.of(
              bar("plain", 0, share(report, row, most)),
              bar("so-far", value(report, row, "cumulative") - 0.8, 0.8));
      case FAIR ->
          List.of(
              bar("outcome", 0, 33 * value(report, row, "outcome") / 5),
              bar("procedure", 33.5, 33 * value(report, row, "procedure") / 5),
              bar("courtesy", 67, 33 * value(report, row, "courtesy") / 5));
      case LIFT ->
          List.of(
              bar("good", 0, value(report, row, "came")),
              bar("so-far", Math.max(0, value(report, row, "without") - 0.4), 0.8));
      case STACK -> {
        double elevated = share(value(report, row, "elevated"), most);
        double high = share(value(report, row, "high"), most);
        double gone = share(value(report, row, "gone"), most);
        yield List.of(
            bar("ELEVATED", 0, elevated),
            bar("HIGH", elevated, high),
            bar("GONE", elevated + high, gone));
      }
      case HEAT, NONE -> List.of();
    };
  }

  private static double share(Report report, List<@Nullable Object> row, double most) {
    return share(counted(report, row), most);
  }

  private static double share(double count, double most) {
    return most <= 0 ? 0 : 100 * count / most;
  }

  /** What a row counts. */
  private static double counted(Report report, List<@Nullable Object> row) {
    return value(report, row, report.columns().contains("guests") ? "guests" : "cases");
  }

  private static double value(Report report, List<@Nullable Object> row, String column) {
    int at = report.columns().indexOf(column);
    return at >= 0 && row.get(at) instanceof Number number ? number.doubleValue() : 0;
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
      case "opened" -> words.day(day(value));
      case "case" -> value.toString().substring(0, Math.min(8, value.toString().length()));
      case "clock", "tier", "issue", "department", "band", "role" -> words.of(column + "." + value);
      case "given" -> words.of("given.bucket." + value);
      case "share", "cumulative", "came", "without" -> words.number((Number) value) + "\u00a0%";
      case "rule", "ratio" -> "×" + words.number((Number) value);
      default -> value instanceof Number number ? words.number(number) : value.toString();
    };
  }

  /** Weeks are counted from the Monday before the epoch. */
  static LocalDate monday(Object week) {
    return LocalDate.ofEpochDay(((Number) week).longValue() * 7 - 3);
  }

  /** The day in UTC, as the weeks are. */
  static LocalDate day(Object millis) {
    return Instant.ofEpochMilli(((Number) millis).longValue()).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
