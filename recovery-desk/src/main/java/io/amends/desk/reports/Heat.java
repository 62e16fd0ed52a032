package io.amends.desk.reports;

import io.amends.desk.reports.Drawing.Cell;
import io.amends.desk.reports.Drawing.Row;
import io.amends.desk.reports.Reports.Question;
import io.amends.desk.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Three columns as a field of colours: what went wrong down the side, hotels along the top, how
 * often in between. The figure stands in each, for whoever does not see colours.
 */
final class Heat {

  private static final int SHADES = 5;

  private Heat() {}

  static Drawing of(Question question, List<List<@Nullable Object>> counted, Words words) {
    Map<String, Map<String, List<@Nullable Object>>> byIssue = new LinkedHashMap<>();
    Map<String, Long> byProperty = new LinkedHashMap<>();
    long most = 1;
    for (List<@Nullable Object> row : counted) {
      String issue = String.valueOf(row.getFirst());
      String property = String.valueOf(row.get(1));
      byIssue.computeIfAbsent(issue, _ -> new LinkedHashMap<>()).put(property, row);
      byProperty.merge(property, cases(row), Long::sum);
      most = Math.max(most, cases(row));
    }
    List<String> properties =
        byProperty.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    List<Row> drawn = new ArrayList<>();
    for (Map.Entry<String, Map<String, List<@Nullable Object>>> issue : byIssue.entrySet()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(new Cell(words.of("issue." + issue.getKey()), ""));
      for (String property : properties) {
        cells.add(cell(question, issue.getValue().get(property), most, words));
      }
      drawn.add(new Row(cells, List.of()));
    }
    return new Drawing(
        Stream.concat(Stream.of(words.of("column.issue")), properties.stream()).toList(), drawn);
  }

  private static Cell cell(
      Question question, @Nullable List<@Nullable Object> row, long most, Words words) {
    return row == null
        ? new Cell("·", "")
        : new Cell(words.number(cases(row)), Drawing.next(question, row), shade(cases(row), most));
  }

  /** From 1 to five; what is there at all is never without colour. */
  static int shade(long cases, long most) {
    return (int) Math.max(1, Math.ceil((double) SHADES * cases / most));
  }

  private static long cases(List<@Nullable Object> row) {
    return row.get(2) instanceof Number number ? number.longValue() : 0;
  }
}
