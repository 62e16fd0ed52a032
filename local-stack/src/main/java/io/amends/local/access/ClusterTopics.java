package io.amends.local.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Makes the topics of a cluster be what the catalogue says. */
public final class ClusterTopics {

  private final Admin admin;

  public ClusterTopics(Admin admin) {
    this.admin = admin;
  }

  /** A topic as the cluster has it. */
  public record Found(int partitions, int copies, Map<String, String> config) {

    public Found {
      config = Map.copyOf(config);
    }
  }

  /**
   * What there is to do.
   *
   * @param refused what can't be changed while there are records, a sentence each
   */
  public record Plan(
      List<NewTopic> create, Map<String, Map<String, String>> change, List<String> refused) {

    public Plan {
      create = List.copyOf(create);
      change = Map.copyOf(change);
      refused = List.copyOf(refused);
    }
  }

  /** Compares what is wanted with what was found. Whatever else is there is left alone. */
  public static Plan plan(Collection<NewTopic> wanted, Map<String, Found> found) {
    List<NewTopic> create = new ArrayList<>();
    Map<String, Map<String, String>> change = new HashMap<>();
    List<String> refused = new ArrayList<>();
    for (NewTopic topic : wanted) {
      Found there = found.get(topic.name());
      if (there == null) {
        create.add(topic);
        continue;
      }
      if (there.partitions() != topic.numPartitions()) {
        refused.add(
            "%s partitions: %d (expected: %d; they are fixed for life)"
                .formatted(topic.name(), there.partitions(), topic.numPartitions()));
      }
      if (there.copies() < topic.replicationFactor()) {
        refused.add(
            "%s copies: %d (expected: %d; move them with kafka-reassign-partitions.sh)"
                .formatted(topic.name(), there.copies(), topic.replicationFactor()));
      }
      Map<String, String> differs = new HashMap<>();
      topic
          .configs()
          .forEach(
              (key, value) -> {
                if (!value.equals(there.config().get(key))) {
                  differs.put(key, value);
                }
              });
      if (!differs.isEmpty()) {
        change.put(topic.name(), Map.copyOf(differs));
      }
    }
    return new Plan(create, change, refused);
  }

  /**
   * What there is to do on this cluster.
   *
   * @throws ExecutionException if it does not answer
   */
  public Plan plan(Collection<NewTopic> wanted) throws InterruptedException, ExecutionException {
    return plan(wanted, found(wanted.stream().map(NewTopic::name).toList()));
  }

  /**
   * Does it.
   *
   * @throws ExecutionException if the cluster refuses
   */
  public void carryOut(Plan plan) throws InterruptedException, ExecutionException {
    admin.createTopics(plan.create()).all().get();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    plan.change()
        .forEach(
            (topic, config) ->
                changes.put(
                    resource(topic),
                    config.entrySet().stream()
                        .map(
                            each ->
                                new AlterConfigOp(
                                    new ConfigEntry(each.getKey(), each.getValue()),
                                    AlterConfigOp.OpType.SET))
                        .toList()));
    admin.incrementalAlterConfigs(changes).all().get();
  }

  private Map<String, Found> found(List<String> names)
      throws InterruptedException, ExecutionException {
    Map<String, TopicDescription> there = new HashMap<>();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> answer :
        admin.describeTopics(names).topicNameValues().entrySet()) {
      try {
        there.put(answer.getKey(), answer.getValue().get());
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw failure;
        }
      }
    }
    Map<ConfigResource, Config> configs =
        admin
            .describeConfigs(there.keySet().stream().map(ClusterTopics::resource).toList())
            .all()
            .get();
    Map<String, Found> found = new HashMap<>();
    there.forEach(
        (name, topic) -> {
          Map<String, String> config = new HashMap<>();
          configs
              .getOrDefault(resource(name), new Config(List.of()))
              .entries()
              .forEach(entry -> config.put(entry.name(), String.valueOf(entry.value())));
          int copies =
              topic.partitions().stream().mapToInt(p -> p.replicas().size()).min().orElse(0);
          found.put(name, new Found(topic.partitions().size(), copies, config));
        });
    return found;
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
