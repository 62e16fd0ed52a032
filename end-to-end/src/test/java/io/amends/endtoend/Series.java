package io.amends.endtoend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One series as a service tells it to Prometheus.
 *
 * @param labels as the service gives them; {@code instance} and {@code job} are added later
 */
record Series(String name, Map<String, String> labels) {

  private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? .+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  Series {
    labels = Map.copyOf(labels);
  }

  /** Reads what {@code /actuator/prometheus} answers. */
  static List<Series> in(String scrape) {
    return scrape
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(Series::of)
        .toList();
  }

  private static Series of(String line) {
    Matcher series = LINE.matcher(line);
    if (!series.matches()) {
      throw new IllegalArgumentException("line: %s (expected: name{labels} value)".formatted(line));
    }
    Map<String, String> labels = new HashMap<>();
    String inside = series.group(2);
    Matcher label = LABEL.matcher(inside == null ? "" : inside);
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return new Series(series.group(1), labels);
  }
}
