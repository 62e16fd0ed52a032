package io.amends.bench.stack;

import io.amends.contracts.topics.Topic;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/** How many records of a topic a service has dealt with and committed. */
public final class Committed implements AutoCloseable {

  private static final long LOOK = Duration.ofMillis(100).toNanos();

  /** Until so much of it is committed, JVMs warm up and tasks are handed out. */
  private static final double WARM = 0.2;

  private final Admin admin;
  private final String topic;

  public Committed(String bootstrap, Topic<?> topic) {
    this.topic = topic.name();
    admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  /** By the offsets of its group, which commit with what it wrote. */
  public long of(String service) {
    try {
      return admin
          .listConsumerGroupOffsets(service)
          .partitionsToOffsetAndMetadata()
          .get()
          .entrySet()
          .stream()
          .filter(each -> each.getKey().topic().equals(topic))
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
  public long until(String service, long count, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (of(service) < count) {
      if (System.nanoTime() > end) {
        throw new StackFailure(
            "waited %d s in vain for %,d of %s: %,d are committed"
                .formatted(patience.toSeconds(), count, topic, of(service)));
      }
      LockSupport.parkNanos(LOOK);
    }
    return System.nanoTime();
  }

  /**
   * Records committed a second once it is warm, of so many that lie in the log.
   *
   * @throws StackFailure if it takes too long
   */
  public double rate(String service, long records, Duration patience) {
    return rate(service, 0, records, patience);
  }

  /** The same of so many that lie there behind what was committed before. */
  public double rate(String service, long before, long records, Duration patience) {
    long begin = until(service, before + (long) (records * WARM), patience);
    long from = of(service);
    long end = until(service, before + records, patience);
    return (of(service) - from) * 1e9 / (end - begin);
  }

  @Override
  public void close() {
    admin.close();
  }
}
