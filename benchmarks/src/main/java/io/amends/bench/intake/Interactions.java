package io.amends.bench.intake;

import io.amends.bench.stack.Sender;
import io.amends.contracts.EventType;
import io.amends.contracts.inbound.InteractionReported;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * What a hotel's own system tells of guests: half stays that have ended, a quarter bookings, an
 * eighth answers, an eighth visits. Of twenty one is told twice.
 */
final class Interactions implements AutoCloseable {

  private static final String SOURCE = "pms";
  private static final String TOPIC = Topics.inbound(InboundKind.INTERACTIONS, SOURCE).name();
  private static final String TYPE = EventType.of(InteractionReported.class);
  private static final int ONE_IS_TOLD_TWICE = 20;
  private static final int GUESTS = 100_000;

  private final Instant at = HotelClock.system().instant().minus(Duration.ofHours(1));
  private final Sender sender;

  Interactions(String bootstrap) {
    sender = new Sender(bootstrap);
  }

  /** Writes so many, and their repeats; how many records that are. */
  long write(int many) {
    long written = 0;
    for (int i = 0; i < many; i++) {
      send(i);
      written++;
      if (i % ONE_IS_TOLD_TWICE == 0) {
        send(i);
        written++;
      }
    }
    sender.flush();
    return written;
  }

  private void send(int number) {
    String id = "i-" + number;
    String guest = "G-" + number * 7_919L % GUESTS;
    String body =
        "{\"guestId\":\"%s\",\"propertyId\":\"%s\",\"occurredAt\":\"%s\",%s}"
            .formatted(guest, Complaints.hotel(number), at, what(number));
    EventHeaders headers = new EventHeaders(id, SOURCE, TYPE, at, id, null, null, false);
    sender.send(TOPIC, guest, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private static String what(int number) {
    return switch (number % 8) {
      case 0, 1 ->
          "\"kind\":\"BOOKING_MADE\",\"bookingId\":\"B-%d\",\"nights\":2,\"arrivalDate\":\"2027-01-03\""
              .formatted(number);
      case 2 -> "\"kind\":\"SURVEY_ANSWERED\",\"score\":%d".formatted(7 + number % 4);
      case 3 -> "\"kind\":\"SERVICE_USED\",\"polarity\":\"POSITIVE\"";
      default ->
          ("\"kind\":\"STAY_COMPLETED\",\"stayId\":\"S-%d\",\"nights\":2,"
                  + "\"spend\":{\"minorUnits\":58800,\"currency\":\"CNY\"}")
              .formatted(number);
    };
  }

  @Override
  public void close() {
    sender.close();
  }
}
