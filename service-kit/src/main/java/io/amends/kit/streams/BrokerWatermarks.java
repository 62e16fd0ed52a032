package io.amends.kit.streams;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** {@link HighWatermarks} by an admin client; never blocks the thread that asks. */
final class BrokerWatermarks implements HighWatermarks {

  private static final int TIMEOUT_MILLIS = 5_000;

  private final Admin admin;
  private final IsolationLevel isolation;

  /**
   * Prepares it.
   *
   * @param isolation {@code READ_COMMITTED} would miss what lies in open transactions: a test does
   *     so to show that it then goes wrong
   */
  BrokerWatermarks(Admin admin, IsolationLevel isolation) {
    this.admin = admin;
    this.isolation = isolation;
  }

  @Override
  public CompletableFuture<Map<TopicPartition, Long>> of(Set<TopicPartition> partitions) {
    Map<TopicPartition, OffsetSpec> latest =
        partitions.stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest()));
    ListOffsetsOptions options = new ListOffsetsOptions(isolation).timeoutMs(TIMEOUT_MILLIS);
    return admin
        .listOffsets(latest, options)
        .all()
        .toCompletionStage()
        .toCompletableFuture()
        .thenApply(BrokerWatermarks::offsets);
  }

  private static Map<TopicPartition, Long> offsets(
      Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> listed) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    listed.forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
  }
}
