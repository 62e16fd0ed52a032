package io.amends.desk.view;

import io.amends.desk.view.Change.Seen;
import io.amends.desk.view.Writing.Touched;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which cases look different after a transaction, and who may hear of it. */
final class TouchedCases {

  /** SQLite's own limit on parameters is far higher; a statement stays readable to its planner. */
  private static final int AT_ONCE = 500;

  private TouchedCases() {}

  static List<Seen> of(JdbcTemplate view, Touched touched) {
    Map<String, Seen> found = new LinkedHashMap<>();
    find(view, "case_id", touched.cases(), found);
    find(view, "open = 1 AND guest_id", touched.guests(), found);
    return List.copyOf(found.values());
  }

  private static void find(
      JdbcTemplate view, String column, Set<String> ids, Map<String, Seen> into) {
    List<String> all = new ArrayList<>(ids);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      String places = "?" + ",?".repeat(some.size() - 1);
      view.query(
          "SELECT case_id, property, sensitive, version FROM sheet WHERE "
              + column
              + " IN ("
              + places
              + ")",
          row -> {
            Seen seen =
                new Seen(row.getString(1), row.getString(2), row.getBoolean(3), row.getInt(4));
            into.put(seen.caseId(), seen);
          },
          some.toArray());
    }
  }
}
