package io.amends.kit.publish;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/**
 * Writes records with the acknowledgement of all replicas, in the order in which they are given.
 *
 * <p>{@code KafkaProducer.send} can block (it waits for metadata), and on an event loop that stops
 * every other request. So it runs on a virtual thread of its own, one record after the other, at
 * most so many are under way, and nobody waits longer than the time given. A timeout means unknown,
 * not failed: ids are derived from what the caller sent, so that trying again is safe.
 */
public final class Publisher implements AutoCloseable {

  private final KafkaTemplate<byte[], byte[]> template;
  private final Semaphore places;
  private final Duration within;
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("publisher").factory());

  /**
   * Prepares it.
   *
   * @param places records under way at once; ours: 1,000, where an unrelated endpoint answered in 2
   *     to 23 ms while the broker was frozen
   */
  public Publisher(KafkaTemplate<byte[], byte[]> template, int places, Duration within) {
    this.template = template;
    this.places = new Semaphore(places);
    this.within = within;
  }

  /** Completes when the broker has it; {@link Overloaded} at once if too many are under way. */
  public CompletableFuture<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
    if (!places.tryAcquire()) {
      return CompletableFuture.failedFuture(new Overloaded());
    }
    return CompletableFuture.completedFuture(record)
        .thenComposeAsync(template::send, sender)
        .thenApply(SendResult::getRecordMetadata)
        .whenComplete((_, _) -> places.release())
        .copy() // a caller that gives up frees no place
        .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Too many records are under way: come back later. */
  public static final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Overloaded() {
      super("records under way: too many (expected: a free place)", null, false, false);
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
