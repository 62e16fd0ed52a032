package io.amends.contracts.time;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/** Fixtures as one writes them down: wall clock and offset, zone and roll. */
public final class Times {

  private Times() {}

  public static Instant at(String wallClockAndOffset) {
    return OffsetDateTime.parse(wallClockAndOffset).toInstant();
  }

  static PropertyTime property(String zone, String dateRoll) {
    return new PropertyTime(new IanaZone(zone), LocalTime.parse(dateRoll));
  }

  static QuietHours quiet(String from, String to) {
    return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
  }
}
