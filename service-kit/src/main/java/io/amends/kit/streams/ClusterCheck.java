package io.amends.kit.streams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Compares the cluster with what the service expects, and names what differs. */
final class ClusterCheck {

  /** Kafka 4.0's transactions (KIP-890): without them a transaction can be torn. */
  private static final short TRANSACTION_VERSION = 2;

  private final Admin admin;
  private final ClusterSettings settings;

  ClusterCheck(Admin admin, ClusterSettings settings) {
    this.admin = admin;
    this.settings = settings;
  }

  /** What is not there yet, and what is wrong; a sentence each. */
  record Finding(List<String> missing, List<String> wrong) {}

  /**
   * Looks once.
   *
   * @param topics must be there as they say
   * @param inputs whatever matches one of these is read, so that it needs its dead letters
   */
  Finding look(Collection<ExpectedTopic> topics, Collection<Pattern> inputs)
      throws InterruptedException, ExecutionException {
    List<ExpectedTopic> expected = new ArrayList<>(topics);
    expected.addAll(lettersOf(inputs));
    Map<String, TopicDescription> found = describe(expected);
    List<String> missing =
        expected.stream()
            .map(ExpectedTopic::name)
            .filter(name -> !found.containsKey(name))
            .map(name -> name + ": absent (expected: a topic)")
            .toList();
    List<String> wrong = new ArrayList<>();
    checkFeatures(wrong);
    checkPartitions(expected, found, wrong);
    checkCopies(expected, found, wrong);
    checkConfigs(expected.stream().filter(t -> found.containsKey(t.name())).toList(), wrong);
    return new Finding(missing, wrong);
  }

  private List<ExpectedTopic> lettersOf(Collection<Pattern> inputs)
      throws InterruptedException, ExecutionException {
    return inputs.isEmpty()
        ? List.of()
        : admin.listTopics().names().get().stream()
            .filter(name -> inputs.stream().anyMatch(p -> p.matcher(name).matches()))
            .map(DeadLetterSinks::lettersOf)
            .toList();
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
      wrong.add(
          "cluster transaction.version: %d (expected: %d)".formatted(level, TRANSACTION_VERSION));
    }
  }

  /**
   * Tasks read the same partition of all their inputs; whichever differs from the first is told.
   */
  private static void checkPartitions(
      Collection<ExpectedTopic> expected, Map<String, TopicDescription> found, List<String> wrong) {
    String first = null;
    int count = 0;
    for (ExpectedTopic topic : expected) {
      TopicDescription description = found.get(topic.name());
      if (!topic.samePartitions() || description == null) {
        continue;
      }
      int here = description.partitions().size();
      if (first == null) {
        first = topic.name();
        count = here;
      } else if (here != count) {
        wrong.add(
            "%s partitions: %d (expected: %d, as %s has)"
                .formatted(topic.name(), here, count, first));
      }
    }
  }

  private void checkCopies(
      Collection<ExpectedTopic> expected, Map<String, TopicDescription> found, List<String> wrong) {
    Integer copies = settings.replication();
    if (copies == null) {
      return;
    }
    for (ExpectedTopic topic : expected) {
      TopicDescription description = found.get(topic.name());
      if (description != null) {
        int fewest =
            description.partitions().stream().mapToInt(p -> p.replicas().size()).min().orElse(0);
        if (fewest < copies) {
          wrong.add(
              "%s replication.factor: %d (expected: %d)".formatted(topic.name(), fewest, copies));
        }
      }
    }
  }

  private void checkConfigs(List<ExpectedTopic> topics, List<String> wrong)
      throws InterruptedException, ExecutionException {
    Map<ConfigResource, Config> configs =
        admin
            .describeConfigs(
                topics.stream().map(ClusterCheck::resource).collect(Collectors.toSet()))
            .all()
            .get();
    for (ExpectedTopic topic : topics) {
      Config config = configs.getOrDefault(resource(topic), new Config(List.of()));
      topic
          .config()
          .forEach((key, value) -> compare(topic.name(), key, value, valueOf(config, key), wrong));
      atLeast(
          topic.name(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, RecordSize.LARGEST, config, wrong);
      if (settings.minInsync() != null) {
        atLeast(
            topic.name(),
            TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
            settings.minInsync(),
            config,
            wrong);
      }
    }
  }

  private static ConfigResource resource(ExpectedTopic topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
  }

  private static void compare(
      String topic, String key, String expected, @Nullable String found, List<String> wrong) {
    if (!expected.equals(found)) {
      wrong.add("%s %s: %s (expected: %s)".formatted(topic, key, found, expected));
    }
  }

  private static void atLeast(
      String topic, String key, int expected, Config config, List<String> wrong) {
    String found = valueOf(config, key);
    if (found == null || Integer.parseInt(found) < expected) {
      wrong.add("%s %s: %s (expected: at least %d)".formatted(topic, key, found, expected));
    }
  }

  private static @Nullable String valueOf(Config config, String key) {
    ConfigEntry entry = config.get(key);
    return entry == null ? null : entry.value();
  }
}
