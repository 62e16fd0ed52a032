package io.amends.local.stack;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many records each reader has still to read. */
public final class Lag {

  private Lag() {}

  /**
   * By consumer group, of what it has committed a position in.
   *
   * @throws StackFailure if the broker does not answer
   */
  public static Map<String, Long> of(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    try (Admin admin = Admin.create(settings)) {
      return read(admin);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Map.of();
    } catch (ExecutionException failure) {
      throw new StackFailure(
          "Expected Kafka at %s to tell its groups, but: %s"
              .formatted(bootstrapServers, failure.getCause()),
          failure);
    }
  }

  private static Map<String, Long> read(Admin admin)
      throws InterruptedException, ExecutionException {
    Map<String, ListConsumerGroupOffsetsSpec> groups = new TreeMap<>();
    for (GroupListing group : admin.listGroups().all().get()) {
      groups.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
    }
    if (groups.isEmpty()) {
      return Map.of();
    }
    var committed = admin.listConsumerGroupOffsets(groups).all().get();
    Map<TopicPartition, Long> ends = ends(admin, committed.values());
    Map<String, Long> lag = new TreeMap<>();
    committed.forEach((group, positions) -> lag.put(group, behind(positions, ends)));
    return lag;
  }

  private static Map<TopicPartition, Long> ends(
      Admin admin, Collection<Map<TopicPartition, OffsetAndMetadata>> committed)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    committed.forEach(
        positions -> positions.keySet().forEach(each -> wanted.put(each, OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin.listOffsets(wanted).all().get().forEach((each, end) -> ends.put(each, end.offset()));
    return ends;
  }

  private static long behind(
      Map<TopicPartition, OffsetAndMetadata> positions, Map<TopicPartition, Long> ends) {
    long behind = 0;
    for (Map.Entry<TopicPartition, OffsetAndMetadata> position : positions.entrySet()) {
      long read = position.getValue().offset();
      behind += ends.getOrDefault(position.getKey(), read) - read;
    }
    return behind;
  }
}
