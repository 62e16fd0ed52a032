package io.amends.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A name with its conditions, as it stands in a query: what it asks for must be there. */
record Selector(String name, List<Condition> conditions) {

  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern NAMED =
      Pattern.compile("([a-zA-Z_:][\\w:]*)\\s*(\\(|\\{[^}]*}|(?![\\w:(]))");
  private static final Pattern CONDITION =
      Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Pattern DURATION = Pattern.compile("\\[[^]]*]");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

  /** Added by Prometheus, not told by the service. */
  private static final Set<String> OF_PROMETHEUS = Set.of("up");

  private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

  Selector {
    conditions = List.copyOf(conditions);
  }

  /** One label must be, or must not be, or must look like, something. */
  record Condition(String label, String how, String value) {

    boolean holds(Series series) {
      String found = series.labels().getOrDefault(label, "");
      return switch (how) {
        case "=" -> found.equals(value);
        case "!=" -> !found.equals(value);
        case "=~" -> found.matches(value);
        default -> !found.matches(value);
      };
    }
  }

  /** All that a query asks for; what rules have recorded is not in a scrape and is left out. */
  static List<Selector> in(String query) {
    String plain = GROUPING.matcher(DURATION.matcher(query).replaceAll(" ")).replaceAll(" ");
    List<Selector> found = new ArrayList<>();
    var named = NAMED.matcher(plain);
    while (named.find()) {
      String name = named.group(1);
      boolean function = named.group(2).equals("(");
      if (!function
          && !WORDS.contains(name)
          && !name.contains(":")
          && !OF_PROMETHEUS.contains(name)) {
        found.add(new Selector(name, conditions(named.group(2))));
      }
    }
    return found;
  }

  /** What a person chooses in a dashboard may be anything. */
  private static List<Condition> conditions(String braces) {
    return CONDITION
        .matcher(braces)
        .results()
        .map(one -> new Condition(one.group(1), one.group(2), one.group(3)))
        .filter(one -> !one.value().contains("$"))
        .filter(one -> !LABELS_OF_PROMETHEUS.contains(one.label()))
        .toList();
  }

  boolean finds(List<Series> scrape) {
    return scrape.stream()
        .anyMatch(
            series ->
                series.name().equals(name) && conditions.stream().allMatch(c -> c.holds(series)));
  }
}
