package io.amends.local.demo;

import io.amends.contracts.time.IanaZone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** How the story calls a hotel, and what time it is there. */
record HotelName(String name, IanaZone zone) {

  private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.UK);

  static final Map<String, HotelName> OF =
      Map.of(
          "SIN-MARINA", new HotelName("Singapore", new IanaZone("Asia/Singapore")),
          "SHA-BUND", new HotelName("Shanghai", new IanaZone("Asia/Shanghai")),
          "KTM-THAMEL", new HotelName("Kathmandu", new IanaZone("Asia/Kathmandu")));

  /** The hotel's own time in front, then which hotel. */
  String at(Instant instant) {
    return "%s  %-9s".formatted(zone.wallClock(instant).format(WALL), name);
  }
}
