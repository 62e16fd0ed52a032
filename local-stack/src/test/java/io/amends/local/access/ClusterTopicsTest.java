package io.amends.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.Topics;
import io.amends.local.access.ClusterTopics.Found;
import io.amends.local.access.ClusterTopics.Plan;
import io.amends.local.program.ShippedTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClusterTopicsTest {

  private static final NewTopic WANTED =
      new NewTopic("t", 12, (short) 3).configs(Map.of("cleanup.policy", "compact"));

  @Test
  void a_topic_that_lacks_is_made() {
    assertThat(plan(Map.of()).create()).containsExactly(WANTED);
  }

  @Test
  void one_that_is_as_it_must_be_is_left_alone() {
    Plan plan = plan(found(12, 3, "compact"));
    assertThat(plan).isEqualTo(new Plan(List.of(), Map.of(), List.of()));
  }

  @Test
  void a_setting_that_differs_is_set() {
    assertThat(plan(found(12, 3, "delete")).change())
        .isEqualTo(Map.of("t", Map.of("cleanup.policy", "compact")));
  }

  @Test
  void partitions_and_copies_are_only_looked_at() {
    assertThat(plan(found(6, 1, "compact")).refused())
        .containsExactly(
            "t partitions: 6 (expected: 12; they are fixed for life)",
            "t copies: 1 (expected: 3; move them with kafka-reassign-partitions.sh)");
  }

  @Test
  void what_is_made_is_the_whole_catalogue_with_its_prefix_and_dead_letters() {
    List<NewTopic> all =
        ShippedTopics.all(new ShippedTopics.Kept("x.", 12, (short) 3, 2), List.of("opera7"));
    assertThat(all.stream().map(NewTopic::name))
        .hasSize(2 * (Topics.ours().size() + 4))
        .contains("x.recovery.cases.v1", "x.recovery.cases.v1.dlq")
        .contains("x.inbound.complaints.v1.opera7", "x.inbound.complaints.v1.opera7.dlq");
    assertThat(all)
        .allSatisfy(
            topic -> {
              assertThat(topic.numPartitions()).isEqualTo(topic.name().endsWith(".dlq") ? 1 : 12);
              assertThat(topic.replicationFactor()).isEqualTo((short) 3);
              assertThat(topic.configs())
                  .containsEntry("min.insync.replicas", "2")
                  .containsEntry("message.timestamp.type", "LogAppendTime");
            });
  }

  private static Plan plan(Map<String, Found> found) {
    return ClusterTopics.plan(List.of(WANTED), found);
  }

  private static Map<String, Found> found(int partitions, int copies, String cleanup) {
    Map<String, Found> found = new HashMap<>();
    found.put("t", new Found(partitions, copies, Map.of("cleanup.policy", cleanup)));
    found.put("somebody.elses", new Found(1, 1, Map.of()));
    return found;
  }
}
