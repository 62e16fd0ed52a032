package io.amends.kit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.broker.Broker;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that starts on a cluster that is not as the catalogue says names what differs. */
@ExtendWith(Broker.Started.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClusterCheckOnBrokerTest {

  private static final Map<String, String> COMPACTED = Map.of("cleanup.policy", "compact");

  private final Broker broker;

  ClusterCheckOnBrokerTest(Broker broker) {
    this.broker = broker;
  }

  @BeforeAll
  void there_are_topics() {
    broker.create(
        List.of(
            topic("check-compacted", 2, COMPACTED),
            topic("check-deleted", 2, Map.of("cleanup.policy", "delete")),
            topic("check-wide", 3, Map.of()),
            topic("check-narrow-records", 2, Map.of("max.message.bytes", "1000"))));
  }

  private static NewTopic topic(String name, int partitions, Map<String, String> config) {
    return new NewTopic(name, partitions, (short) 1).configs(config);
  }

  @Test
  void nothing_is_said_of_a_cluster_that_is_as_it_must_be() throws Exception {
    ClusterCheck.Finding finding = look(ClusterSettings.ANY, expected("check-compacted"));

    assertThat(finding.missing()).isEmpty();
    assertThat(finding.wrong()).isEmpty();
  }

  @Test
  void a_topic_that_is_not_there_may_still_come() throws Exception {
    ClusterCheck.Finding finding =
        look(ClusterSettings.ANY, expected("check-compacted"), expected("check-forgotten"));

    assertThat(finding.missing()).containsExactly("check-forgotten: absent (expected: a topic)");
    assertThat(finding.wrong()).isEmpty();
  }

  @Test
  void another_cleanup_is_named_with_what_was_found_and_expected() throws Exception {
    assertThat(look(ClusterSettings.ANY, expected("check-deleted")).wrong())
        .containsExactly("check-deleted cleanup.policy: delete (expected: compact)");
  }

  @Test
  void topics_of_the_same_tasks_must_have_as_many_partitions() throws Exception {
    assertThat(
            look(
                    ClusterSettings.ANY,
                    new ExpectedTopic("check-compacted", Map.of(), true),
                    new ExpectedTopic("check-wide", Map.of(), true),
                    new ExpectedTopic("check-deleted", Map.of(), true))
                .wrong())
        .containsExactly("check-wide partitions: 3 (expected: 2, as check-compacted has)");
  }

  @Test
  void a_topic_that_takes_only_small_records_is_named() throws Exception {
    assertThat(
            look(ClusterSettings.ANY, new ExpectedTopic("check-narrow-records", Map.of(), false))
                .wrong())
        .containsExactly(
            "check-narrow-records max.message.bytes: 1000 (expected: at least %d)"
                .formatted(RecordSize.LARGEST));
  }

  @Test
  void copies_are_looked_at_where_the_installation_says_how_many() throws Exception {
    assertThat(look(new ClusterSettings(3, 2), expected("check-compacted")).wrong())
        .containsExactly(
            "check-compacted replication.factor: 1 (expected: 3)",
            "check-compacted min.insync.replicas: 1 (expected: at least 2)");
  }

  @Test
  void whatever_is_read_by_pattern_needs_its_dead_letters() throws Exception {
    assertThat(
            look(ClusterSettings.ANY, List.of(Pattern.compile("check-compacted|check-forgotten")))
                .missing())
        .containsExactly("check-compacted.dlq: absent (expected: a topic)");
  }

  private static ExpectedTopic expected(String name) {
    return new ExpectedTopic(name, COMPACTED, false);
  }

  private ClusterCheck.Finding look(ClusterSettings settings, ExpectedTopic... topics)
      throws InterruptedException, ExecutionException {
    try (Admin admin = broker.admin()) {
      return new ClusterCheck(admin, settings).look(List.of(topics), List.of());
    }
  }

  private ClusterCheck.Finding look(ClusterSettings settings, List<Pattern> inputs)
      throws InterruptedException, ExecutionException {
    try (Admin admin = broker.admin()) {
      return new ClusterCheck(admin, settings).look(List.of(), inputs);
    }
  }
}
