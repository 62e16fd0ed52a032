package io.amends.bench.scorer;

import io.amends.bench.stack.Sender;
import io.amends.contracts.EventType;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import java.time.Duration;
import java.time.Instant;

/** What befalls guests, written as the door writes it. */
final class Stays implements AutoCloseable {

  private static final String TOPIC = Topics.INTERACTIONS.name();
  private static final String TYPE = EventType.of(InteractionRecorded.class);

  private final Sender sender;

  Stays(String bootstrap) {
    sender = new Sender(bootstrap);
  }

  /** A guest's stay that has just ended. */
  void ended(String guest, String stay, Instant at) {
    told(
        guest,
        stay,
        "STAY_COMPLETED",
        at,
        ",\"stayId\":\"%s\",\"nights\":2,\"spend\":{\"minorUnits\":58800,\"currency\":\"CNY\"}"
            .formatted(stay));
  }

  /** One of the things that are told of a guest who is known; of eight, half are stays. */
  void something(int which, String guest, String id, Instant at) {
    switch (which % 8) {
      case 0, 1 ->
          told(
              guest,
              id,
              "BOOKING_MADE",
              at,
              ",\"bookingId\":\"%s\",\"nights\":2,\"arrivalDate\":\"%s\""
                  .formatted(id, at.plus(Duration.ofDays(20)).toString().substring(0, 10)));
      case 2 -> told(guest, id, "SURVEY_ANSWERED", at, ",\"score\":" + which % 11);
      case 3 ->
          told(
              guest,
              id,
              "COMPLAINT_MADE",
              at,
              ",\"complaintId\":\"%s\",\"severity\":\"MAJOR\"".formatted(id));
      default -> ended(guest, id, at);
    }
  }

  private void told(String guest, String id, String kind, Instant at, String more) {
    String body =
        "{\"guestId\":\""
            + guest
            + "\",\"source\":\"pms\",\"history\":false,\"kind\":\""
            + kind
            + "\",\"occurredAt\":\""
            + at
            + "\",\"propertyId\":\"SHA-BUND\""
            + more
            + "}";
    EventHeaders headers = new EventHeaders(id, "pms", TYPE, at, id, null, null, false);
    sender.send(TOPIC, guest, Keys.bytes(body), headers);
  }

  void flush() {
    sender.flush();
  }

  @Override
  public void close() {
    sender.close();
  }
}
