package io.amends.kit.streams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Compares the cluster with what the service expects, and names what differs. */
final class ClusterCheck {

  /** Kafka 4.0's transactions (KIP-890): without them a transaction can be torn. */
  private static final short TRANSACTION_VERSION = 2;

  private final Admin admin;

  ClusterCheck(Admin admin) {
    this.admin = admin;
  }

  /** What is there already, and what of that is wrong. */
  record Finding(List<String> missing, List<String> wrong) {}

  Finding look(Collection<ExpectedTopic> expected) throws InterruptedException, ExecutionException {
    Map<String, TopicDescription> found = describe(expected);
    List<String> missing =
        expected.stream()
            .map(ExpectedTopic::name)
            .filter(name -> !found.containsKey(name))
            .toList();
    List<String> wrong = new ArrayList<>();
    checkFeatures(wrong);
    checkPartitions(expected, found, wrong);
    checkConfigs(expected, found.keySet(), wrong);
    return new Finding(missing, wrong);
  }

  private Map<String, TopicDescription> describe(Collection<ExpectedTopic> expected)
      throws InterruptedException, ExecutionException {
    Map<String, TopicDescription> found = new HashMap<>();
    Map<String, KafkaFuture<TopicDescription>> asked =
        admin.describeTopics(expected.stream().map(ExpectedTopic::name).toList()).topicNameValues();
    for (Map.Entry<String, KafkaFuture<TopicDescription>> answer : asked.entrySet()) {
      try {
        found.put(answer.getKey(), answer.getValue().get());
      } catch (ExecutionException failure) {
        if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw failure;
        }
      }
    }
    return found;
  }

  private void checkFeatures(List<String> wrong) throws InterruptedException, ExecutionException {
    FinalizedVersionRange version =
        admin
            .describeFeatures()
            .featureMetadata()
            .get()
            .finalizedFeatures()
            .get("transaction.version");
    int level = version == null ? 0 : version.maxVersionLevel();
    if (level < TRANSACTION_VERSION) {
      wrong.add("transaction.version: %d (expected: %d)".formatted(level, TRANSACTION_VERSION));
    }
  }

  private static void checkPartitions(
      Collection<ExpectedTopic> expected, Map<String, TopicDescription> found, List<String> wrong) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ExpectedTopic topic : expected) {
      TopicDescription description = found.get(topic.name());
      if (topic.samePartitions() && description != null) {
        counts.put(topic.name(), description.partitions().size());
      }
    }
    if (Set.copyOf(counts.values()).size() > 1) {
      wrong.add("partitions: %s (expected: the same for all of these)".formatted(counts));
    }
  }

  private void checkConfigs(
      Collection<ExpectedTopic> expected, Set<String> found, List<String> wrong)
      throws InterruptedException, ExecutionException {
    Map<ConfigResource, ExpectedTopic> byResource =
        expected.stream()
            .filter(topic -> found.contains(topic.name()))
            .collect(
                Collectors.toMap(
                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                    topic -> topic,
                    (one, _) -> one));
    Map<ConfigResource, Config> configs = admin.describeConfigs(byResource.keySet()).all().get();
    for (Map.Entry<ConfigResource, ExpectedTopic> topic : byResource.entrySet()) {
      Config config = configs.getOrDefault(topic.getKey(), new Config(List.of()));
      topic
          .getValue()
          .config()
          .forEach((key, value) -> compare(topic.getKey().name(), key, value, config, wrong));
    }
  }

  private static void compare(
      String topic, String key, String expected, Config config, List<String> wrong) {
    var entry = config.get(key);
    String value = entry == null ? "absent" : entry.value();
    if (!expected.equals(value)) {
      wrong.add("%s %s: %s (expected: %s)".formatted(topic, key, value, expected));
    }
  }
}
