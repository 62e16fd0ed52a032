package io.amends.local.demo;

import io.amends.local.program.Ports;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a guest of the story has come before: what the risk is told against.
 *
 * @param property where the guest usually stays
 * @param stays how many so far
 * @param everyDays from one arrival to the next
 * @param nights of each stay
 * @param minorUnits spent on each, in the property's currency
 */
record Past(
    String guest,
    String property,
    int stays,
    int everyDays,
    int nights,
    long minorUnits,
    String currency) {

  /** How long before the arrival it is booked. */
  private static final int BOOKED_AHEAD = 12;

  static final List<Past> OF_ALL =
      List.of(
          new Past("G-301", "SIN-MARINA", 8, 58, 2, 70_000, "SGD"),
          new Past("G-118", "SHA-BUND", 19, 41, 3, 285_000, "CNY"),
          new Past("G-077", "KTM-THAMEL", 3, 190, 4, 5_200_000, "NPR"),
          new Past("G-390", "DXB-CREEK", 11, 66, 3, 231_000, "AED"));

  /** Sends the stays in, the oldest first, and the booking of the one in the story. */
  void send(House house, Instant story) {
    for (int back = stays; back >= 0; back--) {
      Instant arrival =
          story.truncatedTo(ChronoUnit.DAYS).minus((long) back * everyDays, ChronoUnit.DAYS);
      String number = guest.substring(2) + "-" + back;
      tell(house, booked(number, arrival));
      if (back > 0) {
        tell(house, stayed(number, arrival));
      }
    }
  }

  private Map<String, Object> booked(String number, Instant arrival) {
    Map<String, Object> body = event("BOOKING_MADE", arrival.minus(BOOKED_AHEAD, ChronoUnit.DAYS));
    body.put("bookingId", "B-" + number);
    body.put("arrivalDate", arrival.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    body.put("nights", nights);
    return body;
  }

  private Map<String, Object> stayed(String number, Instant arrival) {
    Map<String, Object> body = event("STAY_COMPLETED", arrival.plus(nights, ChronoUnit.DAYS));
    body.put("bookingId", "B-" + number);
    body.put("stayId", "S-" + number);
    body.put("nights", nights);
    body.put("spend", Map.of("minorUnits", minorUnits, "currency", currency));
    return body;
  }

  private Map<String, Object> event(String kind, Instant at) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("occurredAt", at.toString());
    body.put("guestId", guest);
    body.put("propertyId", property);
    return body;
  }

  private static void tell(House house, Map<String, Object> body) {
    house.post(
        House.SYSTEMS,
        Ports.INTAKE,
        "/interactions",
        body,
        "Idempotency-Key",
        "past-" + body.get("kind") + "-" + body.get("bookingId") + "-" + body.get("occurredAt"));
  }
}
