package io.amends.bench.notifications;

import io.amends.bench.stack.Listener;
import io.amends.contracts.EventType;
import io.amends.contracts.notification.NotificationEvent.Held;
import io.amends.contracts.notification.NotificationEvent.Planned;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.NotificationEvent.Unknown;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the service says while it is measured: how often, and from when to when. */
final class Heard implements AutoCloseable {

  /** What is counted. */
  enum What {
    PLANNED,
    /** Held, or let through to the channel. */
    DECIDED,
    SENT,
    UNKNOWN
  }

  private static final String PLANNED = EventType.of(Planned.class);
  private static final String HELD = EventType.of(Held.class);
  private static final String SENT = EventType.of(Sent.class);
  private static final String UNKNOWN = EventType.of(Unknown.class);

  private final Map<What, Span> spans = new EnumMap<>(What.class);
  private final Listener listener;

  /** How many, and when the broker had the first and the last; epoch milliseconds. */
  private record Span(long count, long first, long last) {

    static final Span NONE = new Span(0, Long.MAX_VALUE, 0);

    Span with(long at) {
      return new Span(count + 1, Math.min(first, at), Math.max(last, at));
    }
  }

  Heard(String bootstrap) {
    forget();
    listener =
        new Listener(bootstrap, List.of(Topics.NOTIFICATIONS, Topics.DISPATCH_EMAIL), this::hear);
  }

  private synchronized void hear(ConsumerRecord<byte[], byte[]> record) {
    if (record.topic().equals(Topics.DISPATCH_EMAIL.name())) {
      add(What.DECIDED, record);
      return;
    }
    String type = EventHeaders.read(record.headers()).type();
    if (type.equals(PLANNED)) {
      add(What.PLANNED, record);
    } else if (type.equals(HELD)) {
      add(What.DECIDED, record);
    } else if (type.equals(SENT)) {
      add(What.SENT, record);
    } else if (type.equals(UNKNOWN)) {
      add(What.UNKNOWN, record);
    }
  }

  private void add(What what, ConsumerRecord<byte[], byte[]> record) {
    spans.computeIfPresent(what, (_, span) -> span.with(record.timestamp()));
  }

  synchronized long count(What what) {
    return spans.getOrDefault(what, Span.NONE).count();
  }

  /** So many a second, from the first to the last; NaN if all came in one instant. */
  synchronized double rate(What what) {
    Span span = spans.getOrDefault(what, Span.NONE);
    long millis = span.last() - span.first();
    return millis <= 0 ? Double.NaN : (span.count() - 1) * 1_000.0 / millis;
  }

  /** Begins anew. */
  synchronized void forget() {
    for (What what : What.values()) {
      spans.put(what, Span.NONE);
    }
  }

  @Override
  public void close() {
    listener.close();
  }
}
