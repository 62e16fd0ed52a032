package io.amends.kit.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CurrentRowTest {

  private static final String KEY = "ours@current";

  private record Rules(Duration answerWithin) {}

  private record Applied(Map<String, Object> rules) {}

  private final Map<String, byte[]> table = new HashMap<>();
  private final CurrentRow<Rules> rules =
      CurrentRow.orShipped(
          KEY, "shipped.yaml", row -> Json.read(row, Applied.class).rules(), Rules.class);

  @Test
  void what_ships_holds_until_something_is_applied() {
    assertThat(rules.in(table::get)).isEqualTo(new Rules(Duration.ofMinutes(15)));

    apply("another@current", "PT1M");
    assertThat(rules.in(table::get)).isEqualTo(new Rules(Duration.ofMinutes(15)));

    apply(KEY, "PT5M");
    assertThat(rules.in(table::get)).isEqualTo(new Rules(Duration.ofMinutes(5)));
  }

  @Test
  void what_was_applied_is_read_once_until_it_changes() {
    apply(KEY, "PT5M");
    Rules first = rules.in(table::get);

    apply(KEY, "PT5M");
    assertThat(rules.in(table::get)).isSameAs(first);

    apply(KEY, "PT6M");
    assertThat(rules.in(table::get)).isEqualTo(new Rules(Duration.ofMinutes(6)));
  }

  @Test
  void what_ships_holds_again_when_the_row_is_gone() {
    apply(KEY, "PT5M");
    assertThat(rules.in(table::get)).isEqualTo(new Rules(Duration.ofMinutes(5)));

    table.clear();
    assertThat(rules.in(table::get)).isEqualTo(new Rules(Duration.ofMinutes(15)));
  }

  private void apply(String key, String within) {
    table.put(key, Json.bytes(Map.of("rules", Map.of("answerWithin", within))));
  }
}
