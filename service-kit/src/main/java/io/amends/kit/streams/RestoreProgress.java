package io.amends.kit.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much of the state is still to be read back from the changelogs. */
final class RestoreProgress implements StateRestoreListener {

  private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();
  private final LongAdder restored = new LongAdder();

  @Override
  public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
    remaining.put(changelog, Math.max(0, to - from));
  }

  @Override
  public void onBatchRestored(TopicPartition changelog, String store, long to, long count) {
    restored.add(count);
    remaining.computeIfPresent(changelog, (_, left) -> Math.max(0, left - count));
  }

  @Override
  public void onRestoreEnd(TopicPartition changelog, String store, long total) {
    remaining.remove(changelog);
  }

  @Override
  public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
    remaining.remove(changelog);
  }

  long remainingRecords() {
    return remaining.values().stream().mapToLong(Long::longValue).sum();
  }

  double restoredRecords() {
    return restored.sum();
  }
}
