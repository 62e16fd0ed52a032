package io.amends.scorer.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What goes on to another id: the history, once, and from then on whatever is still told under the
 * id that was, such as what becomes of its open cases.
 */
final class HandOver {

  static final String SINK = "hand-overs";

  /** By how many ids a record came. */
  private static final String MOVES = "moves";

  /** Ours: nobody has more ids; two that were joined to each other would send it to and fro. */
  private static final int MOST_MOVES = 8;

  private HandOver() {}

  /** The history of an id that is joined to another. */
  static Record<byte[], byte[]> of(
      GuestId from, GuestId to, byte[] row, Origin origin, Instant at) {
    EventHeaders headers =
        EventHeaders.following(
            origin,
            "%s/handed-over/%s".formatted(from, to),
            RiskWire.SOURCE,
            EventType.of(HandedOver.class),
            at);
    return new Record<>(
        Keys.bytes(to.value()), Json.bytes(HandedOver.of(from, row)), 0, headers.write());
  }

  /** The same record for the id that is; null if it has come by so many that it is heard here. */
  static @Nullable Record<byte[], byte[]> on(Record<byte[], byte[]> record, GuestId to) {
    Header moved = record.headers().lastHeader(MOVES);
    int moves = moved == null ? 0 : Integer.parseInt(Keys.text(moved.value()));
    if (moves == MOST_MOVES) {
      return null;
    }
    Headers headers = new RecordHeaders(record.headers().toArray());
    headers.remove(MOVES).add(MOVES, Keys.bytes(Integer.toString(moves + 1)));
    return record.withKey(Keys.bytes(to.value())).withHeaders(headers).withTimestamp(0);
  }

  /** That the id that was has no score of its own any more. */
  static Record<byte[], byte[]> noScore(GuestId from) {
    return new Record<>(Keys.bytes(from.value()), null, 0, new RecordHeaders());
  }
}
