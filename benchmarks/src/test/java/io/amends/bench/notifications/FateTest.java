package io.amends.bench.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Each fault that is planted is seen, and is seen as what it is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FateTest {

  private static final List<String> ALL = List.of("a", "b", "c");

  private final Map<String, String> ledger =
      new HashMap<>(Map.of("a", "SENT", "b", "SENT", "c", "UNKNOWN"));
  private final Map<String, String> topic = new HashMap<>(ledger);
  private final Map<String, Integer> mails = new HashMap<>(Map.of("a", 1, "b", 1));

  private Fate fate() {
    return Fate.of(ALL, ledger, topic, id -> mails.getOrDefault(id, 0));
  }

  @Test
  void all_went_once_or_it_is_known_that_nobody_knows() {
    assertThat(fate()).isEqualTo(new Fate(0, 0, 1, 0, 0));
    mails.put("c", 1);
    assertThat(fate()).isEqualTo(new Fate(0, 0, 1, 1, 0));
    assertThat(fate().isClean()).isTrue();
  }

  @Test
  void a_mail_that_came_twice_is_one_too_many() {
    mails.put("a", 3);
    assertThat(fate()).isEqualTo(new Fate(2, 0, 1, 0, 0));
    mails.put("a", 1);
    mails.put("c", 2);
    assertThat(fate().doubles()).as("of unknown fate, too").isEqualTo(1);
  }

  @Test
  void what_counts_as_sent_and_never_came_is_lost() {
    mails.remove("a");
    assertThat(fate()).isEqualTo(new Fate(0, 1, 1, 0, 0));
  }

  @Test
  void what_still_waits_or_was_never_heard_of_is_lost() {
    ledger.put("a", "DISPATCHED");
    topic.put("a", "DISPATCHED");
    mails.remove("a");
    ledger.remove("b");
    topic.remove("b");
    mails.remove("b");
    assertThat(fate()).isEqualTo(new Fate(0, 2, 1, 0, 0));
  }

  @Test
  void ledger_and_topic_have_to_say_the_same_and_what_did_not_go_must_not_come() {
    topic.put("a", "UNKNOWN");
    assertThat(fate().contradicted()).isEqualTo(1);
    topic.put("a", "SENT");
    ledger.put("b", "SUPPRESSED");
    topic.put("b", "SUPPRESSED");
    assertThat(fate().contradicted()).isEqualTo(1);
    assertThat(fate().isClean()).isFalse();
  }
}
