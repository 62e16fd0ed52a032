package io.amends.notification.stream;

import io.amends.contracts.PropertyId;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.morning.Arrival;
import io.amends.notification.domain.morning.CaseLine;
import io.amends.notification.domain.morning.HotelMorning;
import io.amends.notification.domain.morning.Overnight;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;

/** What a hotel's morning hears, and what it tells, as records. */
final class MorningWire {

  /** That a report is to be sent, under the key of its message. */
  static final String REPORT = "amends.notification.report-due.v1";

  private static final String CASE = "amends.notification.hotel-case.v1";
  private static final String OVERNIGHT = "amends.notification.overnight.v1";
  private static final String ARRIVAL = "amends.notification.hotel-arrival.v1";

  private MorningWire() {}

  static Record<byte[], byte[]> of(PropertyId hotel, CaseLine line, Origin origin, Instant at) {
    String id = line.caseId().value() + "/" + line.caseVersion() + "/morning";
    return record(hotel.value(), line, id, CASE, origin, at);
  }

  static Record<byte[], byte[]> of(Arrival arrival, Origin origin, Instant at) {
    String id = arrival.guestId().value() + "/" + arrival.bookingId() + "/" + at.toEpochMilli();
    return record(arrival.propertyId().value(), arrival, id, ARRIVAL, origin, at);
  }

  static Record<byte[], byte[]> of(Overnight one, Origin origin, Instant at) {
    String id = one.caseId().value() + "/" + one.staffId() + "/" + one.dueAt().toEpochMilli();
    return record(one.propertyId().value(), one, id, OVERNIGHT, origin, at);
  }

  /**
   * What is known of a hotel after a record.
   *
   * @throws IllegalArgumentException if the record tells nothing of a hotel
   */
  static HotelMorning heard(HotelMorning known, byte[] body, EventHeaders headers, Instant now) {
    return switch (headers.type()) {
      case CASE -> known.with(Json.read(body, CaseLine.class), now);
      case ARRIVAL -> known.with(Json.read(body, Arrival.class));
      case OVERNIGHT -> known.with(Json.read(body, Overnight.class));
      default ->
          throw new IllegalArgumentException(
              "ce_type: %s (expected: %s, %s or %s)"
                  .formatted(headers.type(), CASE, ARRIVAL, OVERNIGHT));
    };
  }

  static Record<byte[], byte[]> report(Draft draft, Origin origin, Instant at) {
    String key = draft.message().guestId().value();
    return record(key, draft, draft.message().messageId() + "/due", REPORT, origin, at);
  }

  private static Record<byte[], byte[]> record(
      String key, Object body, String id, String type, Origin origin, Instant at) {
    EventHeaders headers = EventHeaders.following(origin, id, GateTopology.SOURCE, type, at);
    return new Record<>(Keys.bytes(key), Json.bytes(body), 0, headers.write());
  }
}
