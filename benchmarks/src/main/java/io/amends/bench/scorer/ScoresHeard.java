package io.amends.bench.scorer;

import io.amends.bench.figures.Percentiles;
import io.amends.bench.stack.Listener;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Keys;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hears published scores as another service does: committed ones only. */
final class ScoresHeard implements AutoCloseable {

  private final Listener listener;
  private final Map<String, Long> sent = new ConcurrentHashMap<>();
  private final Percentiles waited = new Percentiles();

  ScoresHeard(String bootstrap) {
    listener = new Listener(bootstrap, List.of(Topics.RISK_SCORES), this::heard);
  }

  /** That something was sent of a guest whose score is to come. */
  void sent(String guest) {
    sent.put(guest, System.nanoTime());
  }

  int awaited() {
    return sent.size();
  }

  /** From sending to hearing, in milliseconds. */
  Percentiles waited() {
    synchronized (waited) {
      Percentiles copy = new Percentiles();
      copy.add(waited);
      return copy;
    }
  }

  private void heard(ConsumerRecord<byte[], byte[]> record) {
    Long since = sent.remove(Keys.text(record.key()));
    if (since != null) {
      synchronized (waited) {
        waited.add((System.nanoTime() - since) / 1_000_000);
      }
    }
  }

  @Override
  public void close() {
    listener.close();
  }
}
