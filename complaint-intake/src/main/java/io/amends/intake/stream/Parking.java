package io.amends.intake.stream;

import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Where something waits for what it names and nobody knows yet, a hotel or a case: it may be on the
 * way.
 */
final class Parking {

  /** Ours: together half a minute, within which what was sent first has arrived. */
  private static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(24));

  private final KeyValueStore<String, byte[]> parked;

  Parking(KeyValueStore<String, byte[]> parked) {
    this.parked = parked;
  }

  /**
   * The time to look again.
   *
   * @param attempt 0, 1, 2 …
   */
  record Retry(String key, int attempt, Instant dueAt) {}

  /** All of it is text: headers that the door wrote, and a body that it read as JSON. */
  private record Row(Map<String, String> headers, String body) {}

  /** The next time, or null if it was the last. */
  static @Nullable Retry next(String key, @Nullable Retry last, Instant now) {
    int attempt = last == null ? 0 : last.attempt() + 1;
    return attempt < WAITS.size()
        ? new Retry(key, attempt, now.plus(WAITS.get(attempt)).truncatedTo(ChronoUnit.MILLIS))
        : null;
  }

  void park(
      Retry next,
      @Nullable Retry last,
      Record<byte[], byte[]> record,
      Origin origin,
      DurableDeadlines<Retry> retries) {
    Map<String, String> headers = new TreeMap<>();
    for (Header header : record.headers()) {
      headers.put(header.key(), Keys.text(header.value()));
    }
    parked.put(next.key(), Json.bytes(new Row(headers, Keys.text(record.value()))));
    retries.replace(last == null ? Set.of() : Set.of(last), Set.of(next), origin);
  }

  /** Whether something waits under this key. */
  boolean holds(String key) {
    return parked.get(key) != null;
  }

  @Nullable Record<byte[], byte[]> get(String key) {
    byte @Nullable [] stored = parked.get(key);
    if (stored == null) {
      return null;
    }
    Row row = Json.read(stored, Row.class);
    RecordHeaders headers = new RecordHeaders();
    row.headers().forEach((name, value) -> headers.add(name, Keys.bytes(value)));
    return new Record<>(Keys.bytes(key), Keys.bytes(row.body()), 0, headers);
  }

  void leave(String key, @Nullable Retry last, DurableDeadlines<Retry> retries) {
    if (last != null) {
      parked.delete(key);
      retries.replace(Set.of(last), Set.of(), new Origin(key, key, null));
    }
  }

  /** In the index: {@code key/attempt}. */
  static final class RetryFormat implements DurableDeadlines.Format<Retry> {

    @Override
    public Instant dueAt(Retry retry) {
      return retry.dueAt();
    }

    @Override
    public byte[] name(Retry retry) {
      return Keys.bytes(retry.key() + '/' + retry.attempt());
    }

    @Override
    public Retry read(Instant dueAt, byte[] name) {
      String[] parts = Keys.text(name).split("/", -1);
      return new Retry(parts[0], Integer.parseInt(parts[1]), dueAt);
    }
  }
}
