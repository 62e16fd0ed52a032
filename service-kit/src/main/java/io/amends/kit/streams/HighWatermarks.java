package io.amends.kit.streams;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker how far partitions reach, records of open transactions included. */
@FunctionalInterface
interface HighWatermarks {

  CompletableFuture<Map<TopicPartition, Long>> of(Set<TopicPartition> partitions);
}
