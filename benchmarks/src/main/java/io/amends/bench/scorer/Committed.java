package io.amends.bench.scorer;

import io.amends.contracts.topics.Topics;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/** How many interactions a service has dealt with and committed. */
final class Committed implements AutoCloseable {

  private static final long LOOK = Duration.ofMillis(100).toNanos();

  private final Admin admin;

  Committed(String bootstrap) {
    admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  /** By the offsets of its group, which commit with what it wrote. */
  long of(String service) {
    try {
      return admin
          .listConsumerGroupOffsets(service)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(each -> each.getKey().topic().equals(Topics.INTERACTIONS.name()))
          .map(Map.Entry::getValue)
          .filter(Objects::nonNull)
          .mapToLong(offset -> offset.offset())
          .sum();
    } catch (ExecutionException failure) {
      throw new StackFailure("Expected the offsets of %s".formatted(service), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", interrupted);
    }
  }

  /**
   * Waits until so many are committed; when that was, in nanoseconds.
   *
   * @throws StackFailure if it takes too long
   */
  long until(String service, long count, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (of(service) < count) {
      if (System.nanoTime() > end) {
        throw new StackFailure(
            "waited %d s in vain for %,d interactions: %,d are committed"
                .formatted(patience.toSeconds(), count, of(service)));
      }
      LockSupport.parkNanos(LOOK);
    }
    return System.nanoTime();
  }

  @Override
  public void close() {
    admin.close();
  }
}
